"""Opens a page in headless Chromium and says what a reader would stumble over.

Usage: check_page.py PAGE [FOLDER]

On wide and narrow screens, light and dark: anything on the console, anything fetched, anything
wider than the screen, text that is hard to tell from its ground, text that leaves its picture.
With FOLDER a picture of each is left there. Prints a line a problem and then how much was looked
at; exits 77 where there is no browser to ask.
"""

import pathlib
import sys

try:
    from playwright.sync_api import Error, sync_playwright
except ImportError:
    print("playwright is not installed")
    sys.exit(77)

SCREENS = [("wide", 1280, 900), ("tablet", 768, 1024), ("phone", 360, 740)]

# Contrast after WCAG 2.2, 1.4.3: 4.5, or 3 for large text.
LOOK = """
() => {
  const problems = [];
  const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => {
    const [r, g, b] = numbers(c).slice(0, 3).map(v => {
      v /= 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor, n = numbers(c);
      if (c.startsWith('rgb') && (n.length < 4 || n[3] > 0.99)) return c;
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  if (document.documentElement.scrollWidth > innerWidth)
    problems.push(`the page is ${document.documentElement.scrollWidth} wide`);
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const e = node.parentElement, words = node.data.trim();
    if (!words || e.closest('.unseen,.skip') || !e.checkVisibility()) continue;
    texts += 1;
    const style = getComputedStyle(e), picture = e.closest('svg.chart');
    const ink = picture ? style.fill : style.color;
    const [a, b] = [light(ink), light(ground(picture ? picture.parentElement : e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || size >= 18.66 && +style.fontWeight >= 700;
    if (ratio < (isLarge ? 3 : 4.5)) problems.push(`contrast ${ratio.toFixed(2)}: ${words.slice(0, 40)}`);
    if (picture && e.tagName === 'text') {
      const box = e.getBoundingClientRect(), frame = picture.getBoundingClientRect();
      if (box.left < frame.left - 3 || box.right > frame.right + 3 || box.bottom > frame.bottom + 3)
        problems.push(`leaves its picture: ${words.slice(0, 60)}`);
    }
  }
  for (const e of document.querySelectorAll('svg.chart'))
    if (!e.getAttribute('aria-label')) problems.push('a picture without words');
  for (const e of document.querySelectorAll('table'))
    if (!e.caption) problems.push('a table without a caption');
  return {problems, texts};
}
"""


def look(page, name, problems, folder):
    found = page.evaluate(LOOK)
    problems += [f"{name}: {problem}" for problem in found["problems"]]
    if folder:
        page.screenshot(path=str(pathlib.Path(folder) / f"{name}.png"), full_page=True)
    return found["texts"]


def main():
    path, folder = pathlib.Path(sys.argv[1]).resolve(), (sys.argv[2:] or [None])[0]
    problems, texts = [], 0
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        except Error as reason:
            print(f"Chromium does not start: {reason}".splitlines()[0])
            sys.exit(77)
        for scheme in ("light", "dark"):
            for name, width, height in SCREENS:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme)
                page.on("console", lambda message: problems.append(f"console: {message.text}"))
                page.on("pageerror", lambda error: problems.append(f"error: {error}"))
                page.on(
                    "request", lambda request: None if request.url in (path.as_uri(), "data:,")
                    else problems.append(f"request: {request.url}"))
                page.goto(path.as_uri())
                texts += look(page, f"{name}-{scheme}", problems, folder)
                page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
                texts += look(page, f"{name}-{scheme}-open", problems, None)
                page.close()
        page = browser.new_page()
        page.goto(path.as_uri())
        page.emulate_media(media="print")
        if page.evaluate("[...document.querySelectorAll('nav, summary')].some(e => e.checkVisibility())"):
            problems.append("print: what is for screens is printed")
        if folder:
            page.pdf(path=str(pathlib.Path(folder) / "print.pdf"), format="A4")
        browser.close()
    for problem in dict.fromkeys(problems):
        print(problem)
    print(f"{texts} texts looked at, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
