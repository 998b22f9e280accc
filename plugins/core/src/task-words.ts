// With what people begin a step or the name of a task, without those that are nouns more often ("report", "test" …
// stand here all the same: at the start of a step they tell to do it).
const VERBS = new Set(
  `accept access acknowledge activate add adjust agree align allow analyse analyze annotate announce apply approve
  archive ask assess assign attach authenticate authorise authorize avoid back backup block boot bring browse build
  bump bypass call cancel capture carry change check choose clean clear click clone close collect commit compare
  complete configure confirm connect consider contact contain continue convert copy cordon correct create cut debug
  decide declare decommission decrease deduplicate define defrag defragment delete deploy describe determine diagnose
  disable disconnect discuss dismiss display do document download drain drop dump edit eject email enable end enlarge
  ensure enter erase escalate establish estimate evaluate evict examine execute exit expand export extend extract fail
  failover fetch file fill filter find finish fix flush follow force forward free gather generate get give go grab
  grant have hold identify implement import increase inform initiate insert inspect install introduce investigate
  invite isolate issue join keep kill label launch leave let limit link list load locate lock log login look make
  manually mark match measure merge message migrate mitigate modify monitor mount mount move mute name navigate note
  notify obtain open order override page paste patch pause perform pick ping place plan post power prepare press
  prevent promote provide provision prune publish pull purge push put query quit raise re-run reach read rebalance
  rebase reboot rebuild recheck reclaim reconnect record recover recreate redeploy redirect reduce refer refresh
  register reinstall release reload relocate remove rename renew repair repeat replace replay report request rerun
  resend reset resize resolve restart restore resume resync retrieve retry return revert review revoke rewrite
  roll rollback rollout rotate route run save say scale scan schedule scroll search see select send set setup share
  shift show shut shutdown sign silence skip snapshot sort speak specify split ssh stand start stay stop store submit
  subscribe suspend swap switch sync tag tail take talk tell terminate test thank throttle tick toggle track transfer
  trace trigger try tune turn type unblock uncordon undo uninstall unlock unmount update upgrade upload use validate
  verify view visit wait warn watch wipe work write`.split(/\s+/),
);

// What may stand before the verb: "Then run", "If it is full, delete", "On the bastion, open", "(Optional) Restart".
const BEFORE =
  /^(?:(?:\([^)]*\)|first|firstly|second|secondly|third|then|next|now|finally|lastly|afterwards|also|again|once more|please|always|never|optional(?:ly)?|manually|immediately|carefully|quickly|gracefully|safely|do not|don['’]t|you (?:can|may|must|should|need to|will need to|have to)|to do so|as root)[\s,:–-]+|(?:if|when|once|after|before|as soon as|unless|in case|for|on|in|from|at|with|using|under|to)\b[^,:.]{1,120}[,:]\s+(?:then )?)+/i;

// Of these a heading makes nouns: "Log levels", "Test data", "Access rights".
const NOUNS_IN_HEADINGS = new Set(
  `access address archive backup block call change clone commit contact copy debug display document download
  drop dump email end estimate export fetch file fill filter force import insert issue kill label limit link list load
  lock log login match measure message mount name note order override page patch pause pick place plan post power
  pull push query queue quit reach record release reload report request research reset restart return review rollback
  route run scale scan schedule search set setup share shift show sign snapshot sort split start stop store switch tag
  talk tell test text trace track transfer trigger type upload upgrade use view visit wait watch work`.split(
    /\s+/,
  ),
);

/** Whether a heading is the name of a task: `Rotate the key`, `Rotating the key`, but neither `Log levels` nor `Test data`. */
export function namesTask(heading: string): boolean {
  const [first = ''] = heading.toLowerCase().match(/[\p{L}-]+/u) ?? [];
  // "Restart the pods" has an article, "Restart policy" has none.
  const isNoun =
    NOUNS_IN_HEADINGS.has(first) && !/^\W*\p{L}+ (?:the|an?|your|all|it|up|down)\b/iu.test(heading);
  return !isNoun && tellsToDo(heading);
}

/** Whether a step begins by telling what to do: `Restart the pod`, `If it hangs, kill it`. */
export function tellsToDo(text: string): boolean {
  const words = text.trim().replace(/^[^\p{L}(]+/u, '');
  return beginsWithVerb(words) || beginsWithVerb(words.replace(BEFORE, ''));
}

function beginsWithVerb(text: string): boolean {
  const [, first = ''] = /^([\p{L}-]+)(?=$|[\s,:.])/u.exec(text) ?? [];
  const word = first.toLowerCase();
  if (VERBS.has(word)) return true;
  // "Restarting the pods" names a task as well.
  if (!word.endsWith('ing')) return false;
  const stem = word.slice(0, -3);
  return VERBS.has(stem) || VERBS.has(`${stem}e`) || (/(.)\1$/.test(stem) && VERBS.has(stem.slice(0, -1)));
}
