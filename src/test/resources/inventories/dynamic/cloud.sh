#!/bin/sh
[ "$1" = --list ] || exit 1
cat <<'END'
{"web": {"hosts": ["web-01", "web-02"], "vars": {"ansible_user": "deploy"}, "children": ["edge"]},
 "edge": ["web-03"],
 "empty": {"hosts": []},
 "all": {"vars": {"ansible_port": 2022}},
 "_meta": {"hostvars": {"web-01": {"ansible_host": "10.0.0.1", "ansible_become": true, "tags": {"a": [1]}}}}}
END
