#include "app/router/draft_desk.h"

#include "app/router/check_text.h"
#include "app/router/rights.h"
#include "app/router/settings_desk.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostDraftBytes = 10 * 1024 * 1024;
constexpr std::size_t mostPlaceBytes = 200;
constexpr seconds editorStays{15};

bool isThere(const DraftOnScreen& draft) { return !draft.document.empty(); }
std::int64_t revisionOf(const DraftOnScreen& draft) { return isThere(draft) ? draft.revision : 0; }

DraftOnScreen onScreen(const DraftOnScreen& draft)
{
    DraftOnScreen shown = draft;
    shown.revision = revisionOf(draft);
    return shown;
}

std::string clock(Instant at) { return toIso8601(std::chrono::floor<std::chrono::minutes>(at)).substr(11, 5) + " UTC"; }

std::string whoWasFaster(const Floor& floor)
{
    const DraftOnScreen& draft = *floor.settings().draft;
    const std::string who = draft.by.empty() ? "The command line" : floor.agentName(draft.by);
    return who + (isThere(draft) ? " changed this draft at " : " closed this draft at ") + clock(draft.at) + ".";
}

// Somebody who has seen all saves but their own goes on; a save of somebody else in between is not written over.
Result<void> hasSeen(const Floor& floor, std::int64_t seen, const AgentId& by)
{
    const DraftOnScreen& draft = *floor.settings().draft;
    if (revisionOf(draft) == seen || draft.by == by)
        return {};
    return failure(whoWasFaster(floor), "draft");
}

void keep(Work& work, DraftOnScreen draft)
{
    draft.revision = work.floor.settings().draft->revision + 1;
    work.floor.useDraft(draft);
    work.beside.draft = std::move(draft);
}

}

Result<void> change(Work& work, const SaveDraft& command)
{
    if (auto right = mayDraft(work.floor, command.by); !right)
        return right;
    if (auto fit = checkText(command.document, mostDraftBytes, "The draft"); !fit)
        return fit;
    if (command.baseVersion < 0 || command.baseVersion > work.rules().version())
        return failure("There is no version " + std::to_string(command.baseVersion)
                           + " that a draft could have been started from.",
                       "draft");
    if (auto seen = hasSeen(work.floor, command.seen, command.by); !seen)
        return seen;
    keep(work, {0, command.baseVersion, command.document, command.by, work.now});
    return {};
}

Result<void> change(Work& work, const DiscardDraft& command)
{
    if (auto right = mayDraft(work.floor, command.by); !right)
        return right;
    if (auto seen = hasSeen(work.floor, command.seen, command.by); !seen)
        return seen;
    if (isThere(*work.floor.settings().draft))
        endDraft(work, command.by);
    return {};
}

void endDraft(Work& work, const AgentId& by) { keep(work, {0, 0, {}, by, work.now}); }

Result<void> mayReplaceLive(const Work& work, const PublishRulebook& command)
{
    const RulebookOnScreen& live = work.rules().onScreen();
    if (command.basedOn != 0 && command.basedOn != live.version)
        return failure(live.by + " published version " + std::to_string(live.version) + " at " + clock(live.at)
                           + ". Put your changes on top of it first.",
                       "rulebook");
    if (command.draftRevision && *command.draftRevision != revisionOf(*work.floor.settings().draft))
        return failure(whoWasFaster(work.floor), "draft");
    return {};
}

Result<void> change(Work& work, const EditingDraft& command)
{
    if (auto known = knownAgent(work.floor, command.agent); !known)
        return tl::unexpected(known.error());
    if (!command.place.empty())
        if (auto fit = checkText(command.place, mostPlaceBytes, "The place"); !fit)
            return fit;
    std::vector<DraftEditor> editors = *work.floor.settings().draftEditors;
    const auto known = std::ranges::find(editors, command.agent, &DraftEditor::agent);
    const bool wasThere = known != editors.end();
    if (command.place.empty()) {
        if (!wasThere)
            return {};
        editors.erase(known);
        work.draftEditorsChanged = true;
    } else if (wasThere) {
        work.draftEditorsChanged = work.draftEditorsChanged || known->place != command.place;
        *known = {command.agent, command.place, work.now};
    } else {
        editors.push_back({command.agent, command.place, work.now});
        work.draftEditorsChanged = true;
    }
    work.floor.useDraftEditors(std::move(editors));
    return {};
}

void forgetAbsentEditors(Work& work)
{
    const auto absent = [&](const DraftEditor& editor) { return editor.seen + editorStays <= work.now; };
    if (std::ranges::none_of(*work.floor.settings().draftEditors, absent))
        return;
    std::vector<DraftEditor> editors = *work.floor.settings().draftEditors;
    std::erase_if(editors, absent);
    work.floor.useDraftEditors(std::move(editors));
    work.draftEditorsChanged = true;
}

void tellOfDraft(ChangeSet& changes, const Work& work)
{
    if (work.beside.draft)
        changes.draft = onScreen(*work.beside.draft);
    if (work.draftEditorsChanged)
        changes.draftEditors = *work.floor.settings().draftEditors;
}

void tellOfDraft(ChangeSet& everything, const Floor& floor)
{
    everything.draft = onScreen(*floor.settings().draft);
    everything.draftEditors = *floor.settings().draftEditors;
}

}
