// The service's HTTP side. An answer that is no success is thrown with the service's own sentence.

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || `The service answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

const KEY = 'wiredesk.orders.key';

/** The key for orders and for bytes; forgotten with the tab. */
export const key = () => sessionStorage.getItem(KEY) || '';
export const keepKey = (text) => sessionStorage.setItem(KEY, text.trim());

export async function get(path) {
  return answer(await fetch(path, {headers: headers('Accept'), cache: 'no-store'}));
}

export async function post(path, body) {
  return answer(await fetch(path, {method: 'POST', headers: headers('Content-Type'), body: JSON.stringify(body)}));
}

/** What is no JSON, as text. */
export async function text(path) {
  const response = await fetch(path, {headers: headers('Accept'), cache: 'no-store'});
  if (!response.ok) await answer(response);
  return response.text();
}

function headers(json) {
  const given = {[json]: 'application/json'};
  if (key()) given.Authorization = `Bearer ${key()}`;
  return given;
}

export const itemPath = (uri, rest = '') => `/items/${encodeURIComponent(uri)}${rest}`;

async function answer(response) {
  let body;
  try {
    body = await response.json();
  } catch {
    body = {};
  }
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}
