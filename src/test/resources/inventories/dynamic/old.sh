#!/bin/sh
case $1 in
  --list) echo '{"old": ["old-01", "web-02"]}' ;;
  --host) [ "$2" = old-01 ] && echo '{"ansible_host": "10.9.0.1"}' || echo '{}' ;;
esac
