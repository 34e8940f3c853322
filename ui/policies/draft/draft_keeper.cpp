#include "ui/policies/draft/draft_keeper.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/console_model.h"
#include "ui/shared/session.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <memory>

namespace signalbox {
namespace {

constexpr int savedAfterMilliseconds = 1500;
constexpr int savedAtLatestMilliseconds = 10'000;

}

DraftKeeper::DraftKeeper(const StudioContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_draft(context.draft), m_commands(context.page.port, context.page.model)
{
    for (QTimer* timer : {&m_pause, &m_atLatest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
    }
    m_pause.setInterval(savedAfterMilliseconds);
    m_atLatest.setInterval(savedAtLatestMilliseconds);
    connect(&m_draft, &RulebookDraft::changed, this, &DraftKeeper::edited);
    connect(&context.page.model, &ConsoleModel::changed, this, &DraftKeeper::follow);
    connect(&context.page.model, &ConsoleModel::sessionChanged, this, [this] {
        if (m_dirty)
            schedule();
        Q_EMIT changed();
    });
    connect(&context.analysis, &AnalysisPort::versionRead, this, [this](quint64 ticket, const QString& document) {
        if (m_awaitingBase && ticket == m_baseTicket)
            load(document.toStdString(), m_awaitingBase->baseVersion, *std::exchange(m_awaitingBase, std::nullopt));
    });
    connect(&context.analysis, &AnalysisPort::failed, this, [this](quint64 ticket) {
        // The version it started from is not there any more: then the live one is what it is compared with.
        const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen();
        if (m_awaitingBase && ticket == m_baseTicket)
            load(live.document, live.version, *std::exchange(m_awaitingBase, std::nullopt));
    });
}

DraftKeeper::~DraftKeeper()
{
    const bool unsaved = m_dirty || m_writing.running();
    if (!unsaved || m_theirs || m_awaitingBase || !m_context.page.session.mayDraft() || !m_draft.isChanged())
        return;
    m_context.page.model.submit(
        SaveDraft{m_draft.document(), m_draft.baseVersion(), m_seen, m_context.page.session.agent});
}

DraftKeeper::State DraftKeeper::state() const
{
    if (m_theirs)
        return State::Conflict;
    if (isSaving())
        return State::Saving;
    if (m_dirty && !m_context.page.session.mayDraft())
        return m_draft.isChanged() ? State::OnlyHere : State::Nothing;
    if (!m_trouble.isEmpty())
        return State::Trouble;
    if (m_dirty)
        return State::Unsaved;
    return m_synced.empty() ? State::Nothing : State::Saved;
}

void DraftKeeper::follow(const ChangeSet& changes)
{
    if (!changes.rulebook && !changes.draft)
        return;
    {
        const QScopedValueRollback<bool> loading(m_loading, true);
        if (changes.rulebook)
            m_draft.setLive(changes.rulebook->version, changes.rulebook->document);
        if (changes.draft)
            hear(*changes.draft);
    }
    settle();
    Q_EMIT changed();
}

void DraftKeeper::hear(const DraftOnScreen& draft)
{
    if (isEcho(draft)) {
        m_seen = draft.revision;
        m_savedAt = draft.at;
        m_savedBy = draft.by;
        return;
    }
    if (draft.revision == m_seen && draft.document == m_synced)
        return;
    if (draft.revision == 0)
        return hearTheEnd(draft);
    if (m_dirty || isSaving())
        m_theirs = draft;
    else
        adopt(draft);
}

bool DraftKeeper::isEcho(const DraftOnScreen& draft)
{
    const auto sent = std::ranges::find(m_sent, draft.document);
    if (draft.by != m_context.page.session.agent || sent == m_sent.end())
        return false;
    m_sent.erase(m_sent.begin(), sent + 1);   // what was sent before it has been replaced by it
    return true;
}

// Somebody discarded or published the draft.
void DraftKeeper::hearTheEnd(const DraftOnScreen& draft)
{
    if (m_dirty || isSaving()) {
        m_theirs = draft;
        return;
    }
    m_seen = 0;
    m_synced.clear();
    m_theirs.reset();
    if (m_draft.isChanged() || m_draft.isBehind())
        m_draft.discard();
}

void DraftKeeper::adopt(const DraftOnScreen& draft)
{
    const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen();
    if (draft.baseVersion == live.version)
        return load(live.document, live.version, draft);
    m_awaitingBase = draft;
    m_baseTicket = m_context.analysis.askVersion(draft.baseVersion);
}

void DraftKeeper::load(const std::string& baseDocument, int baseVersion, const DraftOnScreen& draft)
{
    if (m_dirty && !m_theirs) {   // changed while the version was being read
        m_theirs = draft;
        Q_EMIT changed();
        return;
    }
    const QScopedValueRollback<bool> loading(m_loading, true);
    m_theirs.reset();
    m_trouble.clear();
    m_dirty = false;
    m_seen = draft.revision;
    m_synced = draft.document;
    m_savedAt = draft.at;
    m_savedBy = draft.by;
    if (baseVersion != m_draft.baseVersion() || draft.document != m_draft.document())
        m_draft.load(baseVersion, baseDocument, draft.document);
    const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen();
    m_draft.setLive(live.version, live.document);
    Q_EMIT changed();
}

void DraftKeeper::edited()
{
    if (m_loading)
        return;
    m_dirty = true;
    schedule();
    Q_EMIT changed();
}

void DraftKeeper::schedule()
{
    if (m_theirs || !m_context.page.session.mayDraft())
        return;
    m_pause.start();
    if (!m_atLatest.isActive())
        m_atLatest.start();
}

void DraftKeeper::saveNow()
{
    m_pause.stop();
    m_atLatest.stop();
    if (!m_dirty || m_theirs || m_awaitingBase || m_whenSettled || !m_context.page.session.mayDraft())
        return;
    m_dirty = false;
    if (m_draft.isChanged())
        m_writing.start([this, write = m_draft.writer()]() -> BackgroundWork::Finish {
            const auto document = std::make_shared<const std::string>(write());
            return [this, document] { sendSave(*document); };
        });
    else
        sendSave({});
    Q_EMIT changed();
}

void DraftKeeper::sendSave(const std::string& document)
{
    const AgentId me = m_context.page.session.agent;
    if (m_theirs)   // heard of while it was being written
        m_dirty = true;
    else if (document == m_synced)
        m_trouble.clear();
    else if (document.empty())
        send(DiscardDraft{m_seen, me}, document);
    else
        send(SaveDraft{document, m_draft.baseVersion(), m_seen, me}, document);
    settle();
    Q_EMIT changed();
}

void DraftKeeper::send(decltype(Command::what) what, std::string document)
{
    ++m_awaited;
    m_sent.push_back(document);
    m_commands.send(
        std::move(what), [this, document] { answered(document, {}); },
        [this, document](const QString& why) { answered(document, why.isEmpty() ? tr("Not saved.") : why); });
}

void DraftKeeper::answered(const std::string& document, const QString& refusal)
{
    --m_awaited;
    m_trouble = refusal;
    if (refusal.isEmpty()) {
        m_synced = document;
        m_savedAt = m_context.page.now();
        m_savedBy = m_context.page.session.agent;
    } else {
        if (const auto sent = std::ranges::find(m_sent, document); sent != m_sent.end())
            m_sent.erase(sent);
        m_dirty = true;
        if (!m_theirs)
            m_atLatest.start();   // once more, later
    }
    settle();
    Q_EMIT changed();
}

void DraftKeeper::settle()
{
    if (m_whenSettled && !isSaving() && m_sent.empty())
        std::exchange(m_whenSettled, {})();
}

}
