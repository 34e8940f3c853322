#include "ui/policies/draft/draft_presence.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"

namespace signalbox {
namespace {

constexpr int beatMilliseconds = 5000;   // the router forgets who has been silent for 15 s
constexpr int soonMilliseconds = 700;
const QLatin1String policyPrefix("policy:");

}

DraftPresence::DraftPresence(const StudioContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_beat.setInterval(beatMilliseconds);
    m_soon.setInterval(soonMilliseconds);
    m_soon.setSingleShot(true);
    connect(&m_beat, &QTimer::timeout, this, &DraftPresence::say);
    connect(&m_soon, &QTimer::timeout, this, &DraftPresence::say);
    connect(&context.page.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (!changes.draftEditors)
            return;
        m_editors = *changes.draftEditors;
        Q_EMIT this->changed();
    });
}

DraftPresence::~DraftPresence() = default;

void DraftPresence::setPlace(const QString& place)
{
    if (place == m_place)
        return;
    m_place = place;
    if (place.isEmpty()) {
        m_beat.stop();
        m_soon.stop();
        if (!m_said.isEmpty())
            say();
    } else {
        m_soon.start();
        if (!m_beat.isActive())
            m_beat.start();
    }
}

void DraftPresence::say()
{
    if (m_context.page.session.agent.empty())
        return;
    m_said = m_place;
    m_context.page.model.submit(EditingDraft{m_context.page.session.agent, m_place.toStdString()});
}

std::vector<DraftPresence::Other> DraftPresence::others() const
{
    std::vector<Other> others;
    for (const DraftEditor& editor : m_editors) {
        if (editor.agent == m_context.page.session.agent)
            continue;
        QString place = line(editor.place, 80);
        if (place.startsWith(policyPrefix)) {
            const PolicyId id{place.mid(policyPrefix.size()).toStdString()};
            const Policy* const policy = m_context.draft.find(id);
            place = line(policy && !policy->name.empty() ? policy->name : id.value, 80);
        }
        others.push_back({m_context.page.model.agentName(editor.agent), place});
    }
    return others;
}

}
