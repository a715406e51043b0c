/** Questions of the sheet to the server: JSON there and back, with the token of the page. */

/**
 * @param {string} address
 * @param {object} data
 * @returns {Promise<{status: number, told: any}>} `status` 0: the line is down
 */
export async function ask(address, data) {
  const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token() };
  try {
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(data) });
    return { status: answer.status, told: await toldBy(answer) };
  } catch {
    return { status: 0, told: {} };
  }
}

export const token = () => document.querySelector("#desk [name=csrfmiddlewaretoken]").value;

async function toldBy(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

/** Why it was not done, in a sentence. */
export function reasonOf({ status, told }) {
  if (!status) return "Mất kết nối: chưa hỏi được máy chủ. Chữ đã gõ vẫn còn.";
  if (told.problems?.length) return told.problems.map(({ message }) => message).join(" ");
  return "Máy chủ chưa trả lời được. Thử lại sau ít phút.";
}
