#pragma once

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/policies/studio_context.h"
#include "ui/policies/try/case_runner.h"
#include "ui/policies/try/draft_engine.h"

namespace signalbox {

// Everything the rooms of the studio share, in order of birth. One for each page of policies.
struct Studio {
    explicit Studio(const PageContext& page)
        : engine(draft, page.analysis, page.now),
          problems(draft, engine, page.analysis),
          cases(draft, engine),
          context{page, draft, page.analysis, selection, engine, problems, cases}
    {
    }

    RulebookDraft draft;
    StudioSelection selection;
    DraftEngine engine;
    ProblemList problems;
    CaseRunner cases;
    StudioContext context;
};

}
