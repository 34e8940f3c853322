// The part of rulebook_draft.h that brings a draft onto a newer version.
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/draft/rulebook_merge.h"

namespace signalbox {

QStringList RulebookDraft::rebase()
{
    if (!m_newer)
        return {};
    Version version = std::move(*m_newer);
    std::vector<std::string> conflicts;
    Rulebook merged = mergeRulebooks(m_base, m_working, version.rulebook, conflicts);
    start(std::move(version), std::move(merged));
    QStringList names;
    for (const std::string& id : conflicts)
        names << QString::fromStdString(id);
    return names;
}

}
