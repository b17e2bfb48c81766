/** The history of the database's layout. A shipped entry is never edited; a change is a new entry with its upgrade and test. */
export interface DatabaseVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
}

export const databaseVersions: readonly DatabaseVersion[] = [
  {
    version: 1,
    stores: {
      // content: replaced by packages
      packages: 'name',
      blocks: 'key, package',
      indexes: 'key, package, section',
      // work: projection of the journal
      localPeople: 'id',
      responses: 'id, personId, [personId+section], [personId+questionId]',
      mistakes: 'id, [personId+state]',
      positions: 'id',
      attempts: 'id, [personId+state]',
      attemptAnswers: 'id, attemptId',
      attemptClocks: 'id',
      projects: 'id',
      planNodes: 'id, projectId',
      // how far the projection has come
      meta: 'key',
    },
  },
  {
    // The bureau's banks. New tables only: the rows of version 1 stay as they are.
    version: 2,
    stores: {
      banks: 'id',
      bankBlocks: 'id, [bankId+place]',
      bankSteps: 'id, [bankId+at]',
      bankChanges: 'id, blockId, stepId',
      bankBatches: 'id, bankId',
      bankDecisions: 'id, bankId',
      columnMappings: 'id, header',
      corrections: 'id, questionId, package',
    },
  },
  {
    // What main has accepted of publishers. A new table only.
    version: 3,
    stores: { trustFloors: 'id' },
  },
  {
    // How people study, the records of exams, and the bureau's exams. New tables, and one more index of the responses: by day.
    version: 4,
    stores: {
      responses: 'id, personId, [personId+section], [personId+questionId], [personId+at]',
      studySettings: 'id',
      questionMarks: 'id, personId',
      schedules: 'id, [personId+due]',
      forecasts: 'id, personId',
      examEvents: 'id, [attemptId+n]',
      blueprints: 'id',
      papers: 'id',
      exams: 'id',
      examRecords: 'id, examId',
      paperScores: 'id, examId',
      markings: 'id, examId',
    },
  },
  {
    // 书记项目 from topic to review, and what the bureau keeps of them. New tables only.
    version: 5,
    stores: {
      projectEvents: 'id, projectId',
      planChanges: 'id, projectId',
      planSummaries: 'id',
      progressEntries: 'id, projectId',
      monthlyReports: 'id, projectId',
      evidence: 'id, projectId',
      claims: 'id, offerId',
      sentEntries: 'id',
      offers: 'id',
      assignments: 'id',
      receivedClaims: 'id, offerId',
      claimDecisions: 'id',
      projectReturns: 'id, projectId',
      returnedPlans: 'id, projectId',
      assessments: 'id',
      assessmentMarks: 'id, assessmentId',
      benchmarks: 'id',
      projectsPublications: 'id',
    },
  },
];
