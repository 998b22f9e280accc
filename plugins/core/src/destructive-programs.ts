import {type Arguments, argumentsOf, programStarts} from './command-words.js';
import type {DestructiveKind} from './destructive.js';

type Rule = (args: Arguments, text: string) => DestructiveKind | undefined;

// Options of kubectl and oc that take a value, which is no verb: `kubectl -n production delete pod x`.
const KUBE_VALUES = new Set(
  '-n --namespace --context --cluster --kubeconfig -s --server --user --as --as-group --token -l --selector --request-timeout -v'.split(
    ' ',
  ),
);

const kube: Rule = (args) => {
  const verbs = args.words.filter(
    (word, index) => !word.startsWith('-') && !KUBE_VALUES.has(args.words[index - 1] ?? ''),
  );
  const [verb, second] = verbs[0] === 'adm' ? verbs.slice(1) : verbs;
  switch (verb) {
    case 'delete':
      return 'delete';
    case 'prune':
      return args.has('--confirm') ? 'delete' : undefined;
    case 'drain':
    case 'evacuate':
      return 'drain';
    case 'scale':
      return args.is('--replicas', /^0$/) ? 'scale-to-zero' : undefined;
    case 'replace':
      return args.has('--force') ? 'force' : undefined;
    case 'apply':
      return args.has('--prune') ? 'delete' : undefined;
    case 'taint':
      return args.words.some((word) => /:NoExecute$/.test(word)) && second ? 'drain' : undefined;
    case 'patch':
      return /"finalizers"\s*:\s*(?:null|\[\s*\])|"remove".*\/finalizers/.test(args.words.join(' '))
        ? 'force'
        : undefined;
    default:
      return undefined;
  }
};

const container: Rule = (args) => {
  const [first = '', second = ''] = args.bare;
  if (/^(?:rm|rmp)$/.test(first)) return 'delete';
  if (/^(?:system|volume|container|image|network|builder|pod|machine|compose)$/.test(first)) {
    if (/^(?:rm|remove|prune|reset)$/.test(second)) return 'delete';
  }
  if ((first === 'down' || second === 'down') && args.has('-v', '--volumes')) return 'delete';
  return first === 'kill' ? 'terminate' : undefined;
};

const git: Rule = (args) => {
  const [verb, second] = args.bare;
  switch (verb) {
    case 'push':
      if (args.has('--delete', '-d', '--mirror')) return 'delete';
      return args.has('--force', '-f', '--force-with-lease') || args.bare.some((word) => /^\+\w/.test(word))
        ? 'force'
        : undefined;
    case 'reset':
      return args.has('--hard') ? 'delete' : undefined;
    case 'clean':
      return args.has('-f', '--force') && !args.has('-n') ? 'delete' : undefined;
    case 'branch':
      return args.has('-D') ? 'delete' : undefined;
    case 'stash':
      return second === 'drop' || second === 'clear' ? 'delete' : undefined;
    case 'filter-branch':
    case 'filter-repo':
      return 'overwrite';
    default:
      return undefined;
  }
};

const terraform: Rule = (args) => {
  const [verb, second] = args.bare;
  if (verb === 'destroy' || (verb === 'apply' && args.has('-destroy', '--destroy'))) return 'delete';
  if ((verb === 'state' && second === 'rm') || (verb === 'workspace' && second === 'delete')) return 'delete';
  if (verb === 'taint' || (verb === 'apply' && args.has('-replace', '--replace'))) return 'delete';
  return verb === 'force-unlock' ? 'force' : undefined;
};

const cloud: Rule = (args, text) => {
  if (/(?:^| )(?:s3|storage) r[mb](?: |$)/.test(args.bare.join(' '))) return 'delete';
  if (args.bare.includes('sync') && args.has('--delete')) return 'delete';
  if (/--(?:desired-count|desired-capacity|num-nodes|node-count|min-instances)[= ]0(?!\S)/.test(text)) {
    return 'scale-to-zero';
  }
  if (args.bare.some((word) => /^terminate-/.test(word))) return 'terminate';
  return args.bare.some((word) => /^(?:purge-queue|schedule-key-deletion)$/.test(word)) ||
    args.bare.some((word) => /^(?:batch-)?delete-/.test(word))
    ? 'delete'
    : byVerb(args, text);
};

const redis: Rule = (args) => {
  const words = args.words.map((word) => word.toUpperCase());
  if (words.some((word) => word === 'FLUSHALL' || word === 'FLUSHDB')) return 'truncate';
  if (words.some((word) => word === 'DEL' || word === 'UNLINK')) return 'delete';
  return words.includes('SHUTDOWN') ? 'terminate' : undefined;
};

const remove: Rule = (args) => {
  const files = args.bare;
  // What stands in a folder for temporary files is meant to go.
  const isTemporary = files.length > 0 && files.every((file) => /^\/(?:var\/)?tmp\/[^*/]/.test(file));
  return isTemporary ? undefined : 'delete';
};

const reboots: Rule = (args) => (args.has('-c') ? undefined : 'reboot');

const kills: Rule = (args) =>
  args.has('-9', '-KILL', '-SIGKILL', '--force') || args.is('-s', /^(?:9|(?:SIG)?KILL)$/)
    ? 'terminate'
    : undefined;

const always =
  (what: DestructiveKind): Rule =>
  () =>
    what;

// Not only at the start, because the value of an option may stand before: `-n recon uninstall`.
const withWord =
  (what: DestructiveKind, words: string): Rule =>
  (args) =>
    new RegExp(`(?:^| )(?:${words})(?: |$)`).test(args.bare.slice(0, 5).join(' ')) ? what : undefined;

const withOption =
  (what: DestructiveKind, ...options: string[]): Rule =>
  (args) =>
    args.has(...options) ? what : undefined;

// A sub-command of any program that says what it does: `odf subvolume delete`, `rabbitmqctl delete_queue`.
const byVerb: Rule = (args) => {
  const verb = args.bare
    .slice(0, 4)
    .find((word) => /^(?:delete|destroy|purge|erase|wipe|terminate|uninstall)(?:[-_]\w+)*$/.test(word));
  if (!verb) return undefined;
  return verb.startsWith('terminate') ? 'terminate' : 'delete';
};

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/^(?:kubectl|oc|k|kubecolor|microk8s\.kubectl)$/, kube],
  [/^(?:docker|podman|nerdctl|crictl|docker-compose|podman-compose)$/, container],
  [/^git$/, git],
  [/^(?:terraform|tofu|terragrunt)$/, terraform],
  [/^(?:aws|gcloud|az|gsutil|bq|doctl|openstack|oci|ibmcloud)$/, cloud],
  [/^(?:gsutil|bq)$/, withWord('delete', 'rm')],
  [/^helm$/, withWord('delete', 'uninstall|delete|del|un')],
  [/^helm$/, withOption('force', '--force')],
  [/^(?:redis-cli|valkey-cli|keydb-cli)$/, redis],
  [/^(?:FLUSHALL|FLUSHDB)$/i, always('truncate')],
  [/^etcdctl$/, withWord('delete', 'del|member remove|\\w+ delete')],
  [/^(?:rm|unlink|shred)$/, remove],
  [/^find$/, withOption('delete', '-delete')],
  [/^truncate$/, always('truncate')],
  [/^rsync$/, withOption('delete', '--delete', '--delete-after', '--delete-excluded')],
  [
    /^dd$/,
    (args) => (args.bare.some((word) => /^of=(?:\/dev\/(?!null)|<)/.test(word)) ? 'overwrite' : undefined),
  ],
  [/^(?:mkfs(?:\.\w+)?|mke2fs|mkswap|blkdiscard|pg_resetwal|pg_resetxlog|pg_rewind)$/, always('overwrite')],
  [/^wipefs$/, withOption('overwrite', '-a', '--all', '-o', '--offset', '-f', '--force')],
  [/^sgdisk$/, withOption('overwrite', '--zap-all', '-Z', '--zap', '-z', '--delete', '-d')],
  [/^parted$/, (args) => (args.bare.some((word) => /^(?:mklabel|rm)$/.test(word)) ? 'overwrite' : undefined)],
  [/^cryptsetup$/, withWord('overwrite', 'luksFormat|erase|luksErase')],
  [/^(?:lv|vg|pv)remove$/, always('delete')],
  [/^mdadm$/, withOption('overwrite', '--zero-superblock')],
  [/^(?:zpool|zfs|virsh)$/, withWord('delete', 'destroy|undefine')],
  [/^btrfs$/, withWord('delete', 'subvolume delete')],
  [
    /^ceph$/,
    withWord('delete', 'osd (?:purge|destroy|rm|lost|pool (?:rm|delete))|fs (?:\\w+ )?rm|mon (?:rm|remove)'),
  ],
  [/^ceph-volume$/, withWord('overwrite', 'lvm zap')],
  [/^(?:rbd|rados)$/, withWord('delete', '(?:snap )?(?:rm|remove|purge)|trash purge|rmpool')],
  [/^nodetool$/, withWord('delete', 'removenode|decommission|assassinate|clearsnapshot')],
  [/^kafka-\w[\w-]*(?:\.sh)?$/, withOption('delete', '--delete', '--delete-offsets')],
  [
    /^kafka-consumer-groups(?:\.sh)?$/,
    (args) => (args.has('--reset-offsets') && args.has('--execute') ? 'overwrite' : undefined),
  ],
  [/^kafka-delete-records(?:\.sh)?$/, always('delete')],
  [
    /^(?:zkCli(?:\.sh)?|zookeeper-shell(?:\.sh)?)$/,
    (args) => (args.bare.some((word) => /^(?:deleteall|rmr|delete)$/.test(word)) ? 'delete' : undefined),
  ],
  [/^rabbitmqctl$/, withWord('delete', 'reset|force_reset|forget_cluster_node|purge_queue')],
  [/^(?:dropdb|dropuser)$/, always('drop')],
  [/^mysqladmin$/, (args) => (args.bare.includes('drop') ? 'drop' : undefined)],
  [/^(?:pg_restore)$/, withOption('drop', '-c', '--clean')],
  [/^mongorestore$/, withOption('drop', '--drop')],
  [
    /^(?:mongo|mongosh)$/,
    (_args, text) => (/\.(?:drop|dropDatabase|deleteMany|remove)\s*\(/.test(text) ? 'drop' : undefined),
  ],
  [
    /^(?:rails|rake|heroku)$/,
    (args) => (args.bare.some((word) => /^(?:db|pg):(?:drop|reset|purge)\b/.test(word)) ? 'drop' : undefined),
  ],
  [/^(?:reboot|shutdown|halt|poweroff)$/, reboots],
  [/^(?:init|telinit)$/, withWord('reboot', '[06]')],
  [/^systemctl$/, withWord('reboot', 'reboot|poweroff|halt|kexec')],
  [/^ipmitool$/, (_args, text) => (/\bpower (?:off|cycle|reset)\b/.test(text) ? 'reboot' : undefined)],
  [/^(?:kill|pkill|killall)$/, kills],
  [/^crontab$/, withOption('delete', '-r')],
  [/^(?:userdel|groupdel)$/, always('delete')],
  [/^(?:iptables|ip6tables)$/, withOption('truncate', '-F', '--flush', '-X')],
  [/^nft$/, withWord('truncate', 'flush')],
  [/^nomad$/, withOption('delete', '-purge', '--purge')],
  [
    /^curl$/,
    (_args, text) =>
      /(?:-X|--request)[= ]?["']?DELETE\b|_delete_by_query/.test(text) ? 'delete' : undefined,
  ],
  [/^https?$/, withWord('delete', 'DELETE')],
  [/^Remove-\w+$/, always('delete')],
  [/^(?:Stop|Restart)-Computer$/, always('reboot')],
  [/^Stop-Process$/, withOption('terminate', '-Force')],
];

// These have rules of their own, or only look, print or search.
const NOT_BY_VERB =
  /^(?:kubectl|oc|k|git|grep|egrep|fgrep|rg|ag|zgrep|echo|printf|cat|less|more|man|info|help|which|type|alias|history|awk|sed|jq|yq|tail|head|ls|cd|find|test|\[|vi|vim|nano|emacs|code|journalctl|curl|wget|logger|for|case|in|terraform|tofu|make|apt|apt-get|yum|dnf|python3?|ruby|perl|node|ansible\S*|export|source|psql|mysql|watch|diff|sort|tee|xargs)$/;

// In a fence of which nobody said what it holds, only a program that cannot be a word of a sentence.
const KNOWN_TOOL =
  /^(?:helm|aws|gcloud|az|gsutil|doctl|openstack|velero|eksctl|argocd|odf|rabbitmqctl|rabbitmqadmin|consul|vault|pulumi|virtctl|gh|kops|flux|istioctl|minikube|kind|bosh|cf)$/;

// Words of a sentence: "shutdown the server".
const SENTENCE = /^(?:the|a|an|this|that|these|your|it|is|are|and|then)$/;
const HARMLESS =
  /^(?:--dry-?run(?:=(?!none$|false$).*)?|--help|--what-?if|-WhatIf|--simulate|--check|--version)$/i;

/** What a command destroys; undefined where it does not, as far as its own words say. */
export function kindOfCommand(
  words: readonly string[],
  text: string,
  isTyped: boolean,
): DestructiveKind | undefined {
  if (words.some((word) => HARMLESS.test(word))) return undefined;
  if (!isTyped && words.some((word) => SENTENCE.test(word))) return undefined;
  if (/^(?:: |cat \/dev\/null |echo (?:-n )?(?:''|"") ?)> ?(?!\/dev\/|&|\/tmp\/)\S/.test(text))
    return 'truncate';
  if (/^echo [bco] ?> ?\/proc\/sysrq-trigger/.test(text)) return 'reboot';
  for (const start of programStarts(words)) {
    const [program = '', ...rest] = words.slice(start);
    const name = program.replace(/^.*\//, '');
    const args = argumentsOf(rest);
    const what = RULES.filter(([pattern]) => pattern.test(name)).flatMap(
      ([, rule]) => rule(args, text) ?? [],
    )[0];
    if (what) return what;
    if (NOT_BY_VERB.test(name) || !(isTyped || KNOWN_TOOL.test(name)) || !/^[a-z][\w.-]*$/.test(name))
      continue;
    const byName = byVerb(args, text);
    if (byName) return byName;
  }
  return undefined;
}
