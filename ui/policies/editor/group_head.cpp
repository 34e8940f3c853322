#include "ui/policies/editor/group_head.h"

#include "ui/policies/editor/condition_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace signalbox {
namespace {

using Kind = ConditionNode::Kind;

// A `not` of one part is a `none` of it to people.
Kind shownKind(Kind kind) { return kind == Kind::Not ? Kind::None : kind; }

}

GroupHead::GroupHead(LineSurroundings& surroundings, QWidget* parent) : ConditionLine(surroundings, parent)
{
    setObjectName(QStringLiteral("groupHead"));
    m_title = newLabel({}, m_theme, TextStyle::BodyStrong, ThemeColor::Text, this);
    m_title->hide();
    m_kind = new QuietCombo(tr("How many of these have to be true"), QStringLiteral("groupKind"), this);
    m_kind->setMinimumContentsLength(4);
    for (const Kind kind : {Kind::All, Kind::Any, Kind::None, Kind::NotAll})
        m_kind->addItem(groupWord(kind), int(kind));
    m_words = newLabel({}, m_theme, TextStyle::Body, ThemeColor::TextMuted, this);
    m_words->setMinimumWidth(0);
    m_passColumn = new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_sampleColumn = new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_add = newIconButton(m_theme, QStringLiteral("plus"), tr("Add a condition to this group"),
                          QStringLiteral("addToGroup"), this);
    m_more
        = newIconButton(m_theme, QStringLiteral("more"), tr("More for this group"), QStringLiteral("groupMore"), this);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(m_theme.px(8));
    for (QWidget* const part :
         {static_cast<QWidget*>(m_grip), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_kind),
          static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_add)})
        row->addWidget(part);
    row->addStretch(1);
    row->addWidget(m_passColumn);
    row->addWidget(m_sampleColumn);
    row->addWidget(m_more);
    connect(m_kind, &QComboBox::activated, this, [this] { Q_EMIT kindChosen(Kind(m_kind->currentData().toInt())); });
    connect(m_add, &QToolButton::clicked, this, &GroupHead::conditionWanted);
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void GroupHead::showNode(const ConditionNode& node, int depth)
{
    keep(node, depth);
    const Kind kind = shownKind(node.kind);
    m_kind->chooseData(int(kind));
    m_kind->setEnabled(!m_surroundings.isReadOnly);
    const bool isAlways = kind == Kind::All || kind == Kind::None;
    m_words->setText(!node.parts.empty() ? groupSentence(kind)
                         : depth == 0    ? (isAlways ? tr("of these are true: nothing is asked, so it always holds")
                                                     : tr("of these: nothing is asked, so it never holds"))
                                         : (isAlways ? tr("of nothing: always holds") : tr("of nothing: never holds")));
    m_grip->setSubject(tr("Group: %1 %2").arg(groupWord(kind), groupSentence(kind)));
    fitColumns();
}

void GroupHead::fitColumns()
{
    const bool isRoot = m_depth == 0;
    const bool mayEdit = !m_surroundings.isReadOnly;
    m_grip->setVisible(!isRoot && mayEdit);
    m_add->setVisible(!isRoot && mayEdit);
    m_more->setVisible(!isRoot && mayEdit);
    m_passColumn->setVisible(isRoot && m_surroundings.showsPassRates);
    m_sampleColumn->setVisible(isRoot && m_surroundings.showsSample);
    m_passColumn->setFixedWidth(m_theme.px(62));
    m_sampleColumn->setFixedWidth(m_theme.px(106) + (mayEdit ? m_theme.px(36) : 0));
    m_kind->setFixedWidth(m_theme.px(72));
    layout()->setContentsMargins(indent(m_theme, m_depth), m_theme.px(4), 0, m_theme.px(2));
}

QList<QWidget*> GroupHead::tabChain() const { return {m_grip, m_kind, m_add, m_more}; }
void GroupHead::focusMain() { m_kind->setFocus(Qt::OtherFocusReason); }

void GroupHead::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void GroupHead::setColumns(const QString& passRates, const QString& sample)
{
    m_passColumn->setText(passRates);
    m_sampleColumn->setText(sample);
}

void GroupHead::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_depth > 0 && !m_surroundings.isReadOnly)
        Q_EMIT menuWanted(event->globalPos());
}

}
