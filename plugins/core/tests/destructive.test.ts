import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {findDestructive} from '../src/index.js';

const kinds = (code: string, language: string | undefined = 'bash') =>
  findDestructive(code, language).map(({what}) => what);

describe('a command that destroys is found', () => {
  test.each([
    ['kubectl delete pod web-0', 'delete'],
    ['kubectl -n production delete pod/web-0', 'delete'],
    ['oc delete vmi <vm-name> -n <namespace> --force --grace-period=0', 'delete'],
    ['kubectl --context prod -n <namespace> scale deployment/web --replicas=0', 'scale-to-zero'],
    ['oc scale dc/web --replicas 0', 'scale-to-zero'],
    ['kubectl drain node-1 --ignore-daemonsets', 'drain'],
    ['oc adm drain <node-name>', 'drain'],
    ['kubectl taint nodes node-1 broken=true:NoExecute', 'drain'],
    ['kubectl replace --force -f pod.yaml', 'force'],
    [`oc patch pod x -p '{"metadata":{"finalizers":null}}'`, 'force'],
    ['kubectl apply --prune -l app=web -f .', 'delete'],
    ['helm -n recon uninstall web', 'delete'],
    ['rm -rf /var/lib/data', 'delete'],
    ['sudo -u postgres rm /var/lib/data/old', 'delete'],
    ['find /data -mtime +30 -delete', 'delete'],
    ['find /data -name "*.log" -exec rm {} \\;', 'delete'],
    ['ls old | xargs -r rm -f', 'delete'],
    ['kubectl get pods -o name | xargs -r -n50 kubectl delete', 'delete'],
    ['cd /data && rm -rf -- *', 'delete'],
    ['for pod in a b; do kubectl delete pod $pod; done', 'delete'],
    ['dd if=/dev/zero of=/dev/sdb bs=1M', 'overwrite'],
    ['mkfs.ext4 /dev/sdb1', 'overwrite'],
    ['wipefs -a /dev/sdb', 'overwrite'],
    ['pg_resetwal -f /var/lib/postgresql/data', 'overwrite'],
    ['psql -c "DROP TABLE users"', 'drop'],
    [`kubectl exec db-0 -- psql -U app -c 'DELETE FROM jobs'`, 'delete'],
    ['mysql -e "UPDATE users SET active = 0"', 'overwrite'],
    ['dropdb app', 'drop'],
    ['redis-cli -n 1 flushdb async', 'truncate'],
    ['kubectl exec redis-0 -- redis-cli FLUSHALL', 'truncate'],
    ['redis-cli DEL session:1', 'delete'],
    ['git push --force origin main', 'force'],
    ['git push -f', 'force'],
    ['git reset --hard origin/main', 'delete'],
    ['terraform destroy', 'delete'],
    ['terraform state rm aws_instance.web', 'delete'],
    ['aws --endpoint-url <url> s3 rm s3://bucket/ --recursive', 'delete'],
    ['aws ec2 terminate-instances --instance-ids i-1', 'terminate'],
    ['aws rds delete-db-instance --db-instance-identifier x', 'delete'],
    ['aws ecs update-service --service web --desired-count 0', 'scale-to-zero'],
    ['gcloud compute instances delete vm-1 --zone z', 'delete'],
    ['az group delete -n rg', 'delete'],
    ['docker rm -f web', 'delete'],
    ['docker system prune -a', 'delete'],
    ['docker compose down -v', 'delete'],
    ['etcdctl --endpoints http://x del /registry/pods', 'delete'],
    ['kafka-topics.sh --bootstrap-server b:9092 --delete --topic t', 'delete'],
    ['rabbitmqctl purge_queue jobs', 'delete'],
    ['odf subvolume delete <filesystem> <subvolume>', 'delete'],
    ['ceph osd purge 3 --yes-i-really-mean-it', 'delete'],
    ['mongosh --eval "db.jobs.drop()"', 'drop'],
    ['curl -X DELETE https://es:9200/logs-2026', 'delete'],
    ['kill -9 1234', 'terminate'],
    ['systemctl reboot', 'reboot'],
    ['shutdown -r now', 'reboot'],
    ['ssh web-1 "sudo rm -rf /srv/cache"', 'delete'],
    ['ssh web-1 sudo reboot', 'reboot'],
    [`bash -c 'kubectl delete ns old'`, 'delete'],
    ['oc debug node/x -- chroot /host systemctl reboot', 'reboot'],
    ['cat /dev/null > /var/log/app.log', 'truncate'],
    [': > /var/log/app.log', 'truncate'],
  ])('%s → %s', (code, what) => {
    expect(kinds(code)).toEqual([what]);
    expect(kinds(`$ ${code}`, 'console')).toEqual([what]);
  });
});

describe('a command that only looks like one is not', () => {
  test.each([
    'kubectl delete pod web-0 --dry-run=client',
    'kubectl get pods | grep delete',
    'kubectl auth can-i delete pods',
    'kubectl logs delete-job',
    'kubectl -n delete get pods',
    'kubectl rollout restart deployment/web',
    'kubectl rollout undo deployment/web',
    'kubectl scale deployment/web --replicas=10',
    'kubectl cordon node-1',
    '# kubectl delete pod web-0',
    'kubectl get pods # then delete pod web-0',
    'echo "rm -rf /"',
    'systemctl stop web',
    'systemctl restart web',
    'kill 1234',
    'shutdown -c',
    'rm /tmp/dump.txt',
    'rsync -a a/ b/',
    'aws s3 rm s3://bucket/x --dryrun',
    'terraform plan -destroy',
    'git push origin main',
    'git reset HEAD~1',
    'git log --grep delete',
    'dd if=/dev/sda of=/dev/null',
    'psql -c "SELECT * FROM deleted"',
    'psql -c "UPDATE users SET active = 0 WHERE id = 1"',
    'psql -c "EXPLAIN DELETE FROM jobs"',
    'docker logs rm',
    'journalctl -u delete',
    'man shutdown',
    'helm rollback web 3',
    'redis-cli get DELTA',
    'redis-cli info keyspace',
    'cat list > /var/log/app.log',
  ])('%s', (code) => expect(kinds(code)).toEqual([]));

  test('what a machine printed', () => {
    expect(kinds('$ kubectl get events\n57m  Normal  Drain  node/a  rm -rf /data\n', 'console')).toEqual([]);
    expect(kinds('node x: drain failed, delete pod web-0', 'text')).toEqual([]);
    expect(kinds('- action: delete\n  command: rm -rf /x', 'yaml')).toEqual([]);
  });

  test('prose in a fence of which nobody said what it holds', () => {
    expect(kinds('the job will delete all the rows and terminate', '')).toEqual([]);
    expect(kinds('shutdown the server\ntruncate the table', '')).toEqual([]);
  });
});

test('each is told with its line and as one command, without its prompt', () => {
  const code = [
    '$ kubectl get pods',
    'NAME   READY',
    'web-0  1/1',
    '$ kubectl -n <namespace> \\',
    '    delete pod web-0 && \\',
    '  rm -rf /data',
    "$ psql <<'SQL'",
    'BEGIN;',
    'DELETE FROM jobs',
    ' WHERE id = 1;',
    'SQL',
    '$ ls',
  ].join('\n');
  expect(findDestructive(code, 'console')).toEqual([
    {line: 3, command: 'kubectl -n <namespace> delete pod web-0', what: 'delete'},
    {line: 5, command: 'rm -rf /data', what: 'delete'},
    {line: 8, command: 'DELETE FROM jobs WHERE id = 1', what: 'delete'},
  ]);
});

test('`# ` is a prompt in a console and begins a comment in a script', () => {
  expect(kinds('# systemctl reboot', 'console')).toEqual(['reboot']);
  expect(kinds('# reboot the node', 'bash')).toEqual([]);
  expect(kinds('# delete the pod\n$ kubectl get pods', 'console')).toEqual([]);
});

test('statements of a database', () => {
  const sql = [
    '-- DROP TABLE a;',
    'SELECT 1;',
    'drop table a;',
    'TRUNCATE a, b;',
    'delete from a where id = 1;',
    'UPDATE a SET b = 1',
    ' WHERE c = 2;',
    'UPDATE a',
    '  SET b = 1;',
    'ALTER TABLE a DROP COLUMN b;',
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity;',
  ].join('\n');
  expect(findDestructive(sql, 'sql').map(({line, what}) => `${line} ${what}`)).toEqual([
    '2 drop',
    '3 truncate',
    '4 delete',
    '7 overwrite',
    '9 drop',
    '10 terminate',
  ]);
  expect(kinds('app=# DROP TABLE a;', 'console')).toEqual(['drop']);
  expect(kinds('mysql> TRUNCATE jobs;', 'shell')).toEqual(['truncate']);
  expect(kinds('DROP TABLE a;', '')).toEqual(['drop']);
  expect(kinds('db.jobs.deleteMany({})', 'javascript')).toEqual(['delete']);
});

test('a site may list commands of its own', () => {
  expect(
    findDestructive('recon-ctl queues empty match\nrecon-ctl queues', 'bash', [/^recon-ctl .*\bempty\b/g]),
  ).toEqual([{line: 0, command: 'recon-ctl queues empty match', what: 'listed'}]);
});

test('what is typed at the prompt of root counts, and a comment does not', () => {
  const code = '$ oc debug node/web-0\n# rm -rf /var/lib/etcd\n# then wait';
  expect(findDestructive(code, 'console')).toEqual([
    {line: 1, command: 'rm -rf /var/lib/etcd', what: 'delete'},
  ]);
});

test('any text is read, and each finding is a line of it', () => {
  const piece = fc.constantFrom(
    'kubectl delete pod x',
    '$ ',
    '\\\n',
    '\n',
    '"',
    "'",
    '`',
    '$(',
    ')',
    '|',
    ';',
    '#',
    '<<EOF',
    'EOF',
    'sudo ',
    'rm -rf ',
    'sh -c ',
    'psql -c ',
    'DROP TABLE a;',
    '<pod>',
    ' ',
    '--',
    'xargs ',
  );
  const language = fc.constantFrom(undefined, 'bash', 'console', 'sql', 'js', 'text', '');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), {maxLength: 25}), language, (pieces, name) => {
      const code = pieces.join('');
      const lines = code.split('\n').length;
      for (const {line, command} of findDestructive(code, name, [/x/])) {
        expect(line).toBeGreaterThanOrEqual(0);
        expect(line).toBeLessThan(lines);
        expect(command).not.toBe('');
      }
    }),
  );
});
