/** What the input `mode` can be. */
export type AskedMode = 'auto' | 'plan' | 'apply' | 'validate' | 'comment' | 'clean';

/** What a run does. */
export type Mode =
  /** Makes the edits, which costs money, and delivers them. */
  | { readonly kind: 'apply' }
  /** Says what `apply` would do. Sends nothing and writes nothing. */
  | { readonly kind: 'plan'; readonly because: PlanReason }
  /** Checks the spec and the references, without any network. */
  | { readonly kind: 'validate' }
  /** Writes a plan that another run made as a comment on its pull request. */
  | { readonly kind: 'comment' }
  /** Removes preview branches that are no longer needed. Sends nothing. */
  | { readonly kind: 'clean' };

/** Why a run only plans: the input asks for it, the event does, or a fork's pull request gets no token to apply with. */
export type PlanReason = 'asked' | 'event' | 'fork-without-token';

/** The event that started the run. */
export interface StartedBy {
  /** E.g. `push`; empty outside a workflow. */
  readonly name: string;
  /** Whose code the run works on; `unknown`: the event is about a pull request, and is incomplete. */
  readonly origin: { readonly kind: 'own' | 'fork' | 'pull-request' | 'unknown' };
}

/** Decides what a run does; pure. */
export function decideMode(
  asked: AskedMode,
  { hasToken, startedBy }: { readonly hasToken: boolean; readonly startedBy: StartedBy },
): Mode {
  if (asked === 'validate' || asked === 'comment' || asked === 'clean') return { kind: asked };
  if (asked === 'plan') return { kind: 'plan', because: 'asked' };
  if (asked === 'auto' && isForReview(startedBy)) return { kind: 'plan', because: 'event' };
  return !hasToken && isForeignPull(startedBy)
    ? { kind: 'plan', because: 'fork-without-token' }
    : { kind: 'apply' };
}

/** Whether the event is about changes that are still to be reviewed. */
function isForReview({ name }: StartedBy): boolean {
  return name.startsWith('pull_request') || name === 'merge_group' || name === 'issue_comment';
}

/** A fork's pull request gets no secrets, and its author cannot change that. */
function isForeignPull({ name, origin }: StartedBy): boolean {
  return name.startsWith('pull_request') && origin.kind !== 'own';
}
