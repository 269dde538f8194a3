// Copies an address to the clipboard where the browser lets a page do that; without it there is no button.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        document.getElementById('copied').textContent = button.dataset.copied;
      } catch {
        button.hidden = true;
      }
    });
  }
}
