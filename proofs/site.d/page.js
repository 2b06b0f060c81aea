// Checks that run inside a page. Each returns a list of findings as text.
const checks = (() => {
  const pen = document
    .createElementNS("http://www.w3.org/1999/xhtml", "canvas")
    .getContext("2d", { willReadFrequently: true });

  /** Red, green, blue from 0 to 255 and alpha from 0 to 1, of any colour that CSS can name. */
  function colour(css) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  function over(front, back) {
    return [0, 1, 2].map((i) => front[i] * front[3] + back[i] * (1 - front[3])).concat(1);
  }

  /** Relative luminance, and the ratio of two: Web Content Accessibility Guidelines 2.2. */
  function luminance(rgb) {
    const [red, green, blue] = rgb
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function ratio(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }

  function named(element) {
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}> "${text}"`;
  }

  function scrolls(element) {
    return /auto|scroll/.test(getComputedStyle(element).overflowX);
  }

  function background(element) {
    let layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.push(colour(getComputedStyle(e).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    const probe = document.documentElement.appendChild(document.createElement("i"));
    probe.style.backgroundColor = "Canvas";
    const canvas = colour(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return layers.reduceRight((back, front) => over(front, back), canvas);
  }

  /** Nothing is wider than the window unless it scrolls by itself. */
  function width() {
    const window = document.documentElement.clientWidth;
    const page = document.scrollingElement.scrollWidth;
    const found = page > window ? [`the page is ${page} px wide in a window of ${window} px`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= window + 1) continue;
      let parent = element.parentElement;
      while (parent && !scrolls(parent)) parent = parent.parentElement;
      if (!parent || parent.getBoundingClientRect().right > window + 1) {
        found.push(`${named(element)} ends at ${Math.round(box.right)} px in a window of ${window} px`);
      }
    }
    return found.slice(0, 5);
  }

  function contrast(scheme) {
    const found = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const known = new Map();
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || known.has(element)) continue;
      known.set(element, true);
      if (element.matches("script, style, noscript, template")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (box.right <= 0 || box.bottom + scrollY <= 0) continue; // Moved out of the page.
      const back = background(element);
      const front = over(colour(getComputedStyle(element).color), back);
      const value = ratio(front, back);
      if (value < 4.5) {
        const key = `${front.map(Math.round)} on ${back.map(Math.round)}`;
        if (!found.has(key)) found.set(key, `${scheme}: contrast ${value.toFixed(2)} of ${named(element)}`);
      }
    }
    return [...found.values()];
  }

  // --- Figures -------------------------------------------------------------------------------

  const SHAPES = "path, line, polyline, polygon, circle, ellipse, rect";

  function drawn(selector) {
    return [...document.querySelectorAll(selector)].filter(
      (e) => !e.closest("defs, clipPath, marker, symbol, pattern, mask") && e.checkVisibility(),
    );
  }

  function at(point, from, to) {
    return point.matrixTransform(from.getScreenCTM()).matrixTransform(to.getScreenCTM().inverse());
  }

  function isOpaque(shape) {
    const style = getComputedStyle(shape);
    return style.fill !== "none" && colour(style.fill)[3] * style.fillOpacity * style.opacity === 1;
  }

  function isBefore(a, b) {
    return Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  /** No text of an SVG image is crossed by a line, overlaps another, leaves the image or is pale. */
  function figure() {
    const found = [];
    const image = document.documentElement;
    const texts = drawn("text").filter((text) => text.getBBox().width > 0);
    const shapes = drawn(SHAPES);
    const opaque = shapes.filter(isOpaque);
    const boxes = new Map(texts.map((text) => [text, text.getBBox()]));

    for (const shape of shapes) {
      const style = getComputedStyle(shape);
      if (style.stroke === "none" || colour(style.stroke)[3] * style.strokeOpacity === 0) continue;
      const half = parseFloat(style.strokeWidth) / 2;
      const crossed = new Set();
      for (let i = 0, length = shape.getTotalLength(); i <= length; i += 0.5) {
        const point = shape.getPointAtLength(i);
        for (const text of texts) {
          if (crossed.has(text)) continue;
          const box = boxes.get(text);
          const p = at(point, shape, text);
          const inside =
            p.x > box.x - half &&
            p.x < box.x + box.width + half &&
            p.y > box.y + 1 - half &&
            p.y < box.y + box.height - 1 + half;
          if (!inside) continue;
          const covered = opaque.some(
            (cover) => isBefore(shape, cover) && isBefore(cover, text) && cover.isPointInFill(at(point, shape, cover)),
          );
          if (covered) continue;
          crossed.add(text);
          found.push(`a line crosses ${named(text)} near ${Math.round(point.x)},${Math.round(point.y)}`);
        }
      }
    }

    const frame = image.getBoundingClientRect();
    texts.forEach((text, i) => {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) {
        found.push(`${named(text)} leaves the image`);
      }
      for (const other of texts.slice(i + 1)) {
        const b = other.getBoundingClientRect();
        if (box.left < b.right && b.left < box.right && box.top + 2 < b.bottom && b.top + 2 < box.bottom) {
          found.push(`${named(text)} and ${named(other)} overlap`);
        }
      }
      const middle = boxes.get(text);
      const centre = new DOMPoint(middle.x + middle.width / 2, middle.y + middle.height / 2);
      const behind = opaque.filter((s) => isBefore(s, text) && s.isPointInFill(at(centre, text, s))).at(-1);
      const back = behind ? colour(getComputedStyle(behind).fill) : [255, 255, 255, 1];
      const value = ratio(over(colour(getComputedStyle(text).fill), back), back);
      if (value < 4.5) found.push(`contrast ${value.toFixed(2)} of ${named(text)}`);
    });
    return found;
  }

  return { width, contrast, figure };
})();
