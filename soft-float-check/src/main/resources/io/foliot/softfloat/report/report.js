'use strict';
(() => {
  const form = document.getElementById('filters');
  if (!form) return;
  const rows = [...document.querySelectorAll('#findings tbody tr')];
  const text = document.getElementById('text');
  const rule = document.getElementById('rule');
  const input = document.getElementById('input');
  const shown = document.getElementById('shown');
  const boxes = [...form.querySelectorAll('input[name=severity]')];
  const buttons = [...document.querySelectorAll('button.rule')];
  const words = rows.map(row => row.textContent.toLowerCase());

  const choices = (select, key, all) => {
    select.add(new Option(all, ''));
    for (const value of new Set(rows.map(row => row.dataset[key]))) select.add(new Option(value, value));
  };
  choices(rule, 'rule', 'all rules');
  choices(input, 'input', 'all inputs');

  const apply = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(word => word);
    const severities = new Set(boxes.filter(box => box.checked).map(box => box.value));
    let count = 0;
    rows.forEach((row, i) => {
      const show = severities.has(row.dataset.severity)
        && (!rule.value || row.dataset.rule === rule.value)
        && (!input.value || row.dataset.input === input.value)
        && wanted.every(word => words[i].includes(word));
      row.hidden = !show;
      if (show) count++;
    });
    shown.value = `${count} of ${rows.length} shown`;
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.rule === rule.value));
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      rule.value = rule.value === button.dataset.rule ? '' : button.dataset.rule;
      apply();
    });
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();
})();
