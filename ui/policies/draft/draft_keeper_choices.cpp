// The part of draft_keeper.h that does what a person decided about the draft.
#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/draft/rulebook_merge.h"
#include "ui/shared/console_model.h"
#include "ui/shared/session.h"

#include <QScopedValueRollback>

#include <utility>

namespace signalbox {

void DraftKeeper::takeTheirs()
{
    if (!m_theirs)
        return;
    const DraftOnScreen theirs = *m_theirs;
    m_dirty = false;
    m_writing.drop();
    const QScopedValueRollback<bool> loading(m_loading, true);
    if (theirs.revision == 0)
        hearTheEnd(theirs);
    else
        adopt(theirs);
    Q_EMIT changed();
}

QStringList DraftKeeper::keepMine()
{
    if (!m_theirs)
        return {};
    const DraftOnScreen theirs = *std::exchange(m_theirs, std::nullopt);
    const std::string before = std::exchange(m_synced, theirs.document);
    m_seen = theirs.revision;
    m_trouble.clear();
    std::vector<std::string> conflicts;
    if (theirs.revision != 0) {
        const Rulebook base = before.empty() ? m_draft.live() : readInTrialOrder(before);
        Rulebook merged = mergeRulebooks(base, m_draft.rulebook(), readInTrialOrder(theirs.document), conflicts);
        const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen();
        if (theirs.baseVersion != m_draft.baseVersion() && theirs.baseVersion == live.version)
            m_draft.load(live.version, live.document, writeRulebook(merged));
        else
            m_draft.replaceAll(
                std::move(merged),
                tr("bring together with what %1 changed").arg(m_context.page.model.agentName(theirs.by)));
    }
    edited();
    QStringList names;
    for (const std::string& id : conflicts)
        names << QString::fromStdString(id);
    return names;
}

void DraftKeeper::discard()
{
    m_pause.stop();
    m_atLatest.stop();
    m_writing.drop();
    m_trouble.clear();
    const bool kept = m_seen != 0 || !m_sent.empty();
    const std::int64_t seen = m_theirs ? m_theirs->revision : m_seen;
    m_theirs.reset();
    m_dirty = false;
    {
        const QScopedValueRollback<bool> loading(m_loading, true);
        m_draft.discard();
    }
    if (kept && m_context.page.session.mayDraft())
        send(DiscardDraft{seen, m_context.page.session.agent}, {});
    m_synced.clear();
    Q_EMIT changed();
}

void DraftKeeper::publish(const QString& note, std::function<void()> done, std::function<void(const QString&)> refused)
{
    m_pause.stop();
    m_atLatest.stop();
    m_writing.drop();   // what is published is the draft as it stands now
    m_whenSettled = [this, note, done = std::move(done), refused = std::move(refused)] {
        if (m_theirs)
            return refused(tr("Somebody else changed the draft. Close this and choose how to go on."));
        m_dirty = false;
        ++m_awaited;
        m_sent.emplace_back();   // its echo: the draft is gone
        const auto end = [this](bool published) {
            --m_awaited;
            if (!published) {
                m_sent.pop_back();
                m_dirty = true;
                schedule();
            } else {
                m_synced.clear();
            }
            Q_EMIT changed();
        };
        m_commands.send(
            PublishRulebook{m_draft.document(), note.toStdString(), m_context.page.session.agent, m_draft.baseVersion(),
                            m_seen},
            [end, done] {
                end(true);
                done();
            },
            [end, refused](const QString& why) {
                end(false);
                refused(why);
            });
    };
    settle();
}

}
