// Swagger UI speaks English only: its few words are put into Vietnamese as they appear.
const WORDS = new Map(Object.entries({
  "Parameters": "Tham số",
  "No parameters": "Không có tham số",
  "Try it out": "Thử ngay",
  "Cancel": "Thôi",
  "Execute": "Gọi",
  "Clear": "Xóa",
  "Reset": "Đặt lại",
  "Responses": "Trả lời",
  "Response body": "Nội dung trả lời",
  "Response headers": "Đầu trả lời",
  "Request URL": "Địa chỉ đã gọi",
  "Server response": "Trả lời của máy chủ",
  "Loading": "Đang gọi",
  "Name": "Tên",
  "Description": "Ý nghĩa",
  "Code": "Mã",
  "Details": "Chi tiết",
  "Links": "Liên kết",
  "No links": "Không có",
  "Media type": "Định dạng",
  "Controls Accept header.": "Gửi trong đầu Accept.",
  "Example Value": "Ví dụ",
  "Schema": "Cấu trúc",
  "Schemas": "Cấu trúc dữ liệu",
  "Expand all": "Mở hết",
  "Collapse all": "Thu hết",
  "Available values": "Nhận các giá trị",
  "Download": "Tải về",
  "Curl": "Lệnh curl",
  "required": "bắt buộc",
  "Failed to load API definition.": "Không tải được mô tả của API.",
}));

function translate(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const vietnamese = WORDS.get(node.data.trim());
    if (vietnamese && !node.parentElement.closest("pre, code, .renderedMarkdown")) {
      node.data = node.data.replace(node.data.trim(), vietnamese);
    }
  }
}

// What Swagger UI leaves out for people who do not see the page or do not use a mouse.
function name(root) {
  for (const [heading, level] of [["h3", 2], ["h4", 3], ["h5", 4]]) {
    for (const found of root.querySelectorAll(heading)) found.setAttribute("aria-level", level);
  }
  for (const list of root.querySelectorAll("select:not([aria-label])")) {
    const row = list.closest("tr[data-param-name]");
    list.setAttribute("aria-label", row ? row.dataset.paramName : "Định dạng");
  }
  for (const text of root.querySelectorAll("pre:not([tabindex])")) text.tabIndex = 0;
}

// The operations and the shapes alone: our page has a title, and a <main>, of its own.
function withoutFrame(system) {
  const { createElement } = system.React;
  const parts = [["SvgAssets"], ["errors", true], ["operations", true], ["Models", true]];
  return {
    components: {
      WithoutFrame: ({ getComponent }) => createElement(
        "div",
        { className: "swagger-ui wrapper" },
        ...parts.map(([part, connected]) => createElement(getComponent(part, connected))),
      ),
    },
  };
}

const manual = document.getElementById("manual");
new MutationObserver((changes) => {
  for (const change of changes) translate(change.target);
  name(manual);
  if (manual.querySelector(".opblock, .errors-wrapper, .loading-container .failed-config")) manual.dataset.read = "yes";
}).observe(manual, { childList: true, subtree: true, characterData: true });

window.SwaggerUIBundle({
  url: manual.dataset.schema,
  domNode: manual,
  presets: [window.SwaggerUIBundle.presets.apis],
  plugins: [withoutFrame],
  layout: "WithoutFrame",
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: ["get"],
  validatorUrl: null,
});
