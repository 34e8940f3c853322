// The ways a visitor hands over files: the button, the clipboard, and dropping them on the chat.

export function offerFiles(attach) {
  const chooser = document.getElementById('files');
  document.getElementById('attach').addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    attach([...chooser.files]);
    chooser.value = '';
  });
  document.getElementById('text').addEventListener('paste', (event) => {
    if (event.clipboardData.files.length === 0)
      return;
    event.preventDefault();
    attach([...event.clipboardData.files]);
  });
  const dropping = (wanted) => document.body.classList.toggle('dropping', wanted);
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files'))
      return;
    event.preventDefault();
    dropping(true);
  });
  addEventListener('dragleave', (event) => event.relatedTarget === null && dropping(false));
  addEventListener('drop', (event) => {
    event.preventDefault();
    dropping(false);
    attach([...event.dataTransfer.files]);
  });
}
