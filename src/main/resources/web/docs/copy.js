// Adds a button to each block of code that copies it, where the browser lets a page do so.
if (navigator.clipboard) {
  const words = document.querySelector('.guide').dataset;
  for (const block of document.querySelectorAll('.guide .code:not(.output)')) {
    const button = document.createElement('button');
    button.className = 'plain copy no-print';
    button.textContent = words.copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.querySelector('code').textContent);
      button.textContent = words.copied;
    });
    block.append(button);
  }
}
