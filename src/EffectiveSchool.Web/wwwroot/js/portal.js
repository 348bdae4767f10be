// Works without it: every form and table is a plain page. With it they update in place and say so.
document.documentElement.classList.add('js');

// A form that may take long says that it was heard, and is not sent twice.
document.addEventListener('submit', event => {
  const button = event.target.querySelector('button[data-busy]');
  if (button && !event.defaultPrevented) {
    button.textContent = button.dataset.busy;
    setTimeout(() => { button.disabled = true; }, 0);
  }
});

// A question before what cannot be taken back.
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-confirm]');
  if (button && !window.confirm(button.dataset.confirm)) {
    event.preventDefault();
  }
});

// One tick for all rows of the page; without a script each is ticked by itself.
const showTickAll = () => document.querySelectorAll('input[data-tick-all]').forEach(box => { box.hidden = false; });
showTickAll();
document.addEventListener('htmx:afterSwap', showTickAll);
document.addEventListener('change', event => {
  const name = event.target.dataset.tickAll;
  if (name) {
    document.querySelectorAll(`input[type=checkbox][name="${name}"]`).forEach(box => { box.checked = event.target.checked; });
  }
});
