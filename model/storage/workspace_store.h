#pragma once

#include "model/domain/agent.h"
#include "model/domain/change_set.h"
#include "model/domain/knowledge.h"
#include "model/storage/database.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace signalbox {

struct PublishedRulebook {
    int version = 0;
    std::string document;
    std::string openIntervals;
    std::string note;
    std::string by;
    Instant at{};
};

// How an agent came to be online, away or gone.
struct KeptPresence {
    Instant since{};
    std::string state;              // of the workspace's own
    std::optional<Instant> until;   // online again then
    std::string reason;             // when it was not they who chose it
    bool operator==(const KeptPresence&) const = default;
};

// Reads what belongs to the workspace as a whole.
class WorkspaceStore {
public:
    explicit WorkspaceStore(Database& database);

    Result<std::vector<std::pair<Agent, Presence>>> agents();
    Result<std::map<AgentId, KeptPresence>> presences();   // of every agent
    Result<std::vector<PublishedRulebook>> rulebooks();    // newest first, without their documents
    Result<std::optional<PublishedRulebook>> liveRulebook();
    Result<std::optional<PublishedRulebook>> rulebook(int version);
    // As last kept; without a document there is none, and the revision still counts on.
    Result<DraftOnScreen> draft();
    Result<ShadowOnScreen> shadow();   // not running; without a document there is none
    Result<std::vector<FaqEntry>> faq();
    Result<CompanyProfile> profile();
    Result<WebsiteChannel> websiteChannel();
    Result<bool> practiceOn();
    Result<DeskSettings> deskSettings();

private:
    Database& m_database;
};

}
