export default async function removeFolder() {
  await globalThis.removeTestModels();
}
