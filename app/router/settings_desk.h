#pragma once

#include "app/router/work.h"
#include "model/domain/command.h"

namespace signalbox {

// Changes to the workspace as a whole. Errors: no right to it, or what was given is not complete.
Result<void> change(Work& work, const PublishRulebook& command);
Result<void> change(Work& work, const SaveDraft& command);
Result<void> change(Work& work, const DiscardDraft& command);
Result<void> change(Work& work, const EditingDraft& command);
Result<void> change(Work& work, const RunShadow& command);
Result<void> change(Work& work, const SaveAgent& command);
Result<void> change(Work& work, const RemoveAgent& command);
Result<void> change(Work& work, const SaveFaq& command);
Result<void> change(Work& work, const RemoveFaq& command);
Result<void> change(Work& work, const SaveProfile& command);
Result<void> change(Work& work, const SaveWebsiteChannel& command);
Result<void> change(Work& work, const SwitchPractice& command);
Result<void> change(Work& work, const SaveDeskSettings& command);

}
