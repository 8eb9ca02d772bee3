// The service's HTTP side. An answer that is no success is thrown with the service's own sentence.

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || `The service answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

export async function get(path, key) {
  const headers = {Accept: 'application/json'};
  if (key) headers.Authorization = `Bearer ${key}`;
  return answer(await fetch(path, {headers, cache: 'no-store'}));
}

export async function post(path, body, key) {
  const headers = {'Content-Type': 'application/json'};
  if (key) headers.Authorization = `Bearer ${key}`;
  return answer(await fetch(path, {method: 'POST', headers, body: JSON.stringify(body)}));
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
