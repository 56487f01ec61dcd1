/** Where a creation's page and files are. None of it answers a reader who has a battle on its prompt. */
export function creationAddresses(id: string) {
  const files = `/api/creations/${id}`;
  return {
    page: `/creations/${id}`,
    glb: `${files}/glb`,
    materials: `${files}/materials`,
    script: `${files}/script`,
    reports: `${files}/reports`,
    posters: [0, 1, 2, 3].map((view) => `${files}/poster/${view}`),
  };
}
