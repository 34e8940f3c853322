#pragma once

#include "app/router/work.h"
#include "model/domain/change_set.h"
#include "model/domain/command.h"

namespace signalbox {

// What consoles are told of the draft and of who has it open: what this batch changed, and all of it.
void tellOfDraft(ChangeSet& changes, const Work& work);
void tellOfDraft(ChangeSet& everything, const Floor& floor);

// Whoever has not said for 15 seconds that they have the draft open has gone.
void forgetAbsentEditors(Work& work);

// Whether what this grew from is still what is there: the live version, and the draft. The error says who was faster.
Result<void> mayReplaceLive(const Work& work, const PublishRulebook& command);
// Discarded or published: the draft is gone with this batch.
void endDraft(Work& work, const AgentId& by);

}
