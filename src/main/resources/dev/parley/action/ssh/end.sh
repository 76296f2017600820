# Ends the commands that run in the SSH connection in which this runs, with all that they started,
# and says what came of it. Its one argument is KILL, or TERM to insist on nothing.
# Every process of the connection is below its sshd, or in a process group that began below it.
processes() {
  ps -A -o pid= -o ppid= -o pgid= -o stat= -o comm= 2>/dev/null || ps -o pid,ppid,pgid,stat,comm
}
find() {
  processes | awk -v me="$$" -v seen="$groups" '
    $1 ~ /^[0-9]+$/ { up[$1] = $2; group[$1] = $3; state[$1] = $4; name[$1] = $5 }
    END {
      for (top = server = me; server > 1 && name[server] !~ /sshd|dropbear/; server = up[server])
        top = server
      if (server <= 1) exit 1
      for (n = split(seen, old, " "); n > 0; n--) hit[old[n]] = 1
      for (p in up) if (up[p] == server && p != top) { bad[p] = 1; hit[group[p]] = 1 }
      delete hit[group[server]]; delete hit[group[top]]; delete hit[0]; delete hit[1]
      do {
        more = 0
        for (p in up)
          if ((p in bad) == 0 && p != server && p != top && ((up[p] in bad) || (group[p] in hit))) {
            bad[p] = 1
            more = 1
          }
      } while (more)
      for (p in bad) if (state[p] ~ /^[^Z]/) print p, group[p]
      print "all", "seen"
    }'
}
look() {
  left=
  seen=
  set -- $(find)
  while [ $# -gt 1 ]; do
    case $1 in
      all) seen=yes ;;
      *) left="$left $1"; groups="$groups $2" ;;
    esac
    shift 2
  done
  [ "$seen" ] || { echo "parley: unknown"; exit 1; }
  [ "$left" ] || { echo "parley: ended"; exit 0; }
}
groups=
look
kill -s TERM $left 2>/dev/null
for second in 1 2; do
  sleep 1
  look
done
if [ "$1" = KILL ]; then
  for second in 1 2; do
    # Whole groups, so that nothing is started while its parent is still being ended.
    for group in $groups; do
      kill -s KILL -- "-$group" 2>/dev/null
    done
    kill -s KILL $left 2>/dev/null
    sleep 1
    look
  done
fi
echo "parley: left$left"
