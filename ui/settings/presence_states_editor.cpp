#include "ui/settings/presence_states_editor.h"

#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int longestName = 60;
constexpr std::size_t mostStates = 12;

}

PresenceStatesEditor::PresenceStatesEditor(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QVBoxLayout),
      m_add(newSmallButton(tr("Add state"), QStringLiteral("addPresenceState"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme.px(6));
    m_column->setSpacing(theme.px(6));
    all->addLayout(m_column);
    all->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({"state-" + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8).toStdString(), {}, Presence::Away});
        m_rows.back().name->setFocus(Qt::OtherFocusReason);
    });
}

void PresenceStatesEditor::add(const PresenceState& state)
{
    auto* all = new QWidget(this);
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(8));
    auto* name = new QLineEdit(text(state.name), all);
    name->setObjectName(QStringLiteral("presenceStateName"));
    name->setAccessibleName(tr("Name of the state"));
    name->setPlaceholderText(tr("Lunch"));
    name->setMaxLength(longestName);
    auto* countsAs = new QuietCombo(tr("Counts as"), QStringLiteral("presenceStateCountsAs"), all);
    countsAs->setSizeAdjustPolicy(QComboBox::AdjustToContents);   // few words, and the row has room
    for (const Presence presence : {Presence::Online, Presence::Away, Presence::OnBreak})
        countsAs->addItem(tr("counts as %1", "a state of presence").arg(presenceName(presence)), int(presence));
    countsAs->chooseData(int(state.countsAs));
    auto* gone = newIconButton(m_theme, QStringLiteral("trash"), tr("Remove this state"),
                               QStringLiteral("removePresenceState"), all);
    row->addWidget(name, 1);
    row->addWidget(countsAs);
    row->addWidget(gone);
    m_column->addWidget(all);
    m_rows.push_back({state.id, all, name, countsAs});
    connect(name, &QLineEdit::textEdited, this, &PresenceStatesEditor::edited);
    connect(countsAs, &QComboBox::activated, this, &PresenceStatesEditor::edited);
    connect(gone, &QToolButton::clicked, this, [this, all] {
        remove(all);
        Q_EMIT edited();
    });
    m_add->setEnabled(m_rows.size() < mostStates);
}

void PresenceStatesEditor::remove(QWidget* all)
{
    std::erase_if(m_rows, [all](const Row& row) { return row.all == all; });
    all->hide();
    all->deleteLater();
    m_add->setEnabled(true);
}

void PresenceStatesEditor::setStates(const std::vector<PresenceState>& states)
{
    while (!m_rows.empty())
        remove(m_rows.back().all);
    for (const PresenceState& state : states)
        add(state);
}

std::vector<PresenceState> PresenceStatesEditor::states() const
{
    std::vector<PresenceState> made;
    for (const Row& row : m_rows)
        if (const QString name = row.name->text().trimmed(); !name.isEmpty())
            made.push_back({row.id, name.toStdString(), Presence(row.countsAs->currentData().toInt())});
    return made;
}

}
