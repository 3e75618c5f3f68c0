import { answerPage, checkRight, describeUser, NOT_FOUND, refuseInvalid } from './answers.ts';
import type { Answer, Asked, Comment, Handler } from './types.ts';

/** The longest comment that GitHub takes. */
const MAX_BODY = 65_536;

function describeComment({ id, number, login, body }: Comment, { origin, repository }: Asked): object {
  return {
    id,
    body,
    user: describeUser(login),
    issue_url: `${origin}/repos/${repository}/issues/${number}`,
    html_url: `https://github.com/${repository}/pull/${number}#issuecomment-${id}`,
  };
}

function checkBody({ body: { body } }: Asked): Answer | undefined {
  if (typeof body !== 'string' || body.trim() === '')
    return refuseInvalid('IssueComment', "body can't be blank");
  return body.length > MAX_BODY
    ? refuseInvalid('IssueComment', `body is too long (maximum is ${MAX_BODY} characters)`)
    : undefined;
}

function findComment({ state, params }: Asked): Comment | undefined {
  return state.comments.find(({ id }) => String(id) === params['comment_id']);
}

/** Comments: a pull request is an issue too. */
export const commentHandlers: Readonly<Record<string, Handler>> = {
  'issues/list-comments': (asked) => {
    const { state, params } = asked;
    if (!state.pulls.some(({ number }) => String(number) === params['issue_number'])) return NOT_FOUND;
    const found = state.comments.filter(({ number }) => String(number) === params['issue_number']);
    return answerPage(
      found.map((comment) => describeComment(comment, asked)),
      asked,
    );
  },
  'issues/get-comment': (asked) => {
    const comment = findComment(asked);
    return comment === undefined ? NOT_FOUND : { status: 200, body: describeComment(comment, asked) };
  },
  'issues/create-comment': (asked) => {
    const { state, params, body } = asked;
    const refused = checkRight(state, 'pull-requests') ?? checkBody(asked);
    if (refused !== undefined) return refused;
    const pull = state.pulls.find(({ number }) => String(number) === params['issue_number']);
    if (pull === undefined) return NOT_FOUND;
    const id = 1 + state.comments.reduce((most, each) => Math.max(most, each.id), 1000);
    const comment = { id, number: pull.number, login: state.login, body: String(body['body']), edits: 0 };
    state.comments.push(comment);
    return { status: 201, body: describeComment(comment, asked) };
  },
  'issues/update-comment': (asked) => {
    const comment = findComment(asked);
    if (comment === undefined) return NOT_FOUND;
    const refused = checkRight(asked.state, 'pull-requests') ?? checkBody(asked);
    if (refused !== undefined) return refused;
    comment.body = String(asked.body['body']);
    comment.edits += 1;
    return { status: 200, body: describeComment(comment, asked) };
  },
  'issues/delete-comment': (asked) => {
    const comment = findComment(asked);
    if (comment === undefined) return NOT_FOUND;
    const refused = checkRight(asked.state, 'pull-requests');
    if (refused !== undefined) return refused;
    asked.state.comments.splice(asked.state.comments.indexOf(comment), 1);
    return { status: 204 };
  },
};
