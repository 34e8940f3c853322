#include "ui/policies/editor/condition_editor.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/condition_editor_parts.h"
#include "ui/policies/editor/condition_row.h"
#include "ui/policies/editor/condition_rows.h"
#include "ui/policies/editor/group_head.h"
#include "ui/policies/editor/tab_order.h"
#include "ui/shared/buttons.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace signalbox {

ConditionEditor::ConditionEditor(const StudioContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("conditionEditor"));
    m_parts = std::make_unique<Parts>(*this, context);
    m_parts->build();
}

ConditionEditor::~ConditionEditor()
{
    blockSignals(true);
    if (QWidget* const focus = QApplication::focusWidget(); focus && isAncestorOf(focus))
        focus->clearFocus();   // a field that is left tells its row: while both are whole
    delete m_parts->rows;
}

const Condition& ConditionEditor::condition() const { return m_parts->current; }

void ConditionEditor::setCondition(const Condition& condition, const QString& place)
{
    const bool samePlace = m_parts->place == place;
    m_parts->place = place;
    if (condition == m_parts->current) {
        if (!samePlace)
            m_parts->mark();
        return;
    }
    m_parts->current = condition;
    m_parts->tree.set(condition);
    m_parts->refresh();
}

void ConditionEditor::setReadOnly(bool readOnly)
{
    m_parts->surroundings.isReadOnly = readOnly;
    m_parts->foot->setVisible(!readOnly);
    m_parts->refresh();
}

void ConditionEditor::setTitle(const QString& title)
{
    m_parts->title = title;
    m_parts->refresh();
}

void ConditionEditor::setProblems(const std::map<std::string, QString>& problems)
{
    if (problems == m_parts->problems)
        return;
    m_parts->problems = problems;
    m_parts->mark();
}

void ConditionEditor::showPlace(const QString& pointer)
{
    const QString below = pointer.startsWith(m_parts->place) ? pointer.mid(m_parts->place.size()) : QString();
    m_parts->focusLine(m_parts->tree.idAt(below.toStdString()), true);
}

void ConditionEditor::addCondition()
{
    const ConditionTree& tree = m_parts->tree;
    const quint64 id = m_parts->focused();
    const ConditionNode* const node = tree.find(id);
    const ConditionNode* const group = node && node->isGroup() ? node : tree.parentOf(id);
    if (group)
        m_parts->addRow(group->id, group == node ? int(group->parts.size()) : tree.indexIn(*group, id) + 1);
    else
        m_parts->addRow(tree.root().id, int(tree.root().parts.size()));
}

void ConditionEditor::resizeEvent(QResizeEvent*)
{
    const Theme& theme = m_parts->context.page.theme;
    const bool passRates = width() >= theme.px(620);
    const bool sample = width() >= theme.px(500);
    LineSurroundings& shared = m_parts->surroundings;
    if (passRates == shared.showsPassRates && sample == shared.showsSample)
        return;
    shared.showsPassRates = passRates;
    shared.showsSample = sample;
    for (ConditionLine* const each : m_parts->order)
        each->fitColumns();
}

void ConditionEditor::showEvent(QShowEvent*) { m_parts->askLater.start(); }

bool ConditionEditor::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::FocusIn)
        m_parts->rows->update();
    if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (!m_parts->wantsKey(key))
        return false;
    event->accept();   // an override comes back as a key press: ours before anybody's shortcut
    if (type == QEvent::KeyPress)
        m_parts->takeKey(key);
    return type == QEvent::KeyPress;
}

ConditionEditor::Parts::Parts(ConditionEditor& owner, const StudioContext& studio)
    : editor(owner), context(studio), seen(studio), surroundings{studio, seen}
{
    tree.set(current);
    askLater.setSingleShot(true);
    askLater.setInterval(std::chrono::milliseconds(400));
    connect(&askLater, &QTimer::timeout, this, &Parts::askPassRates);
    connect(&studio.selection, &StudioSelection::sampleChanged, this, &Parts::mark);
    connect(&studio.draft, &RulebookDraft::roomsChanged, this, &Parts::refresh);   // names and types may be others
    connect(&studio.analysis, &AnalysisPort::passRatesCounted, this,
            [this](quint64 ticket, const std::vector<double>& shares, qint64 conversations) {
                if (ticket != passTicket || shares.size() != passIds.size())
                    return;
                passTicket = 0;
                for (std::size_t i = 0; i < shares.size() && conversations > 0; ++i)
                    passRates[passIds[i]] = shares[i];
                mark();
            });
}

void ConditionEditor::Parts::build()
{
    Theme& theme = context.page.theme;
    auto* outer = new QVBoxLayout(&editor);
    outer->setContentsMargins(0, 0, 0, 0);
    rows = new ConditionRows(theme, &editor);
    outer->addWidget(rows);
    column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    foot = new QWidget(rows);
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(ConditionLine::indent(theme, 1), theme.px(2), 0, theme.px(2));
    buttons->setSpacing(theme.px(12));
    QPushButton* const condition = newLink(tr("Condition"), QStringLiteral("addCondition"), foot);
    condition->setAccessibleName(tr("Add a condition"));
    QPushButton* const group = newLink(tr("Group"), QStringLiteral("addGroup"), foot);
    group->setAccessibleName(tr("Add a group"));
    for (QPushButton* const button : {condition, group}) {
        button->setIcon(theme.icon(QStringLiteral("plus"), ThemeColor::Accent));
        buttons->addWidget(button);
        button->installEventFilter(&editor);
    }
    buttons->addStretch();
    connect(condition, &QPushButton::clicked, this, [this] { addRow(tree.root().id, int(tree.root().parts.size())); });
    connect(group, &QPushButton::clicked, this, &Parts::addGroup);
    column->addWidget(foot);
    refresh();
}

void ConditionEditor::Parts::watchFocus(QWidget& widget)
{
    widget.installEventFilter(&editor);
    for (QWidget* const part : widget.findChildren<QWidget*>()) {
        part->removeEventFilter(&editor);
        part->installEventFilter(&editor);
    }
}

ConditionRow* ConditionEditor::Parts::newRow()
{
    auto* row = new ConditionRow(surroundings, rows);
    connect(row, &ConditionRow::changed, this,
            [this, row](const ConditionNode::Leaf& leaf, bool negated, bool finished, bool typing) {
                takeLeaf(row->id(), leaf, negated, finished, typing);
            });
    connect(row, &ConditionRow::menuWanted, this, [this, row](const QPoint& global) {
        if (focused() != row->id())
            row->grip()->setFocus();
        showMenu(global);
    });
    return row;
}

GroupHead* ConditionEditor::Parts::newHead()
{
    auto* head = new GroupHead(surroundings, rows);
    connect(head, &GroupHead::kindChosen, this, [this, head](ConditionNode::Kind kind) { setKind(head->id(), kind); });
    connect(head, &GroupHead::conditionWanted, this, [this, head] {
        if (const ConditionNode* const group = tree.find(head->id()))
            addRow(group->id, int(group->parts.size()));
    });
    connect(head, &GroupHead::menuWanted, this, [this, head](const QPoint& global) {
        if (focused() != head->id())
            head->grip()->setFocus();
        showMenu(global);
    });
    return head;
}

void ConditionEditor::Parts::connectGrip(ConditionLine& made)
{
    ConditionLine* const each = &made;
    connect(made.grip(), &Grip::chosen, this, [this, each](Qt::KeyboardModifiers with) { select(each->id(), with); });
    connect(made.grip(), &Grip::draggedTo, this, [this, each](const QPoint& global) { dragTo(each->id(), global); });
    connect(made.grip(), &Grip::dropped, this, &Parts::drop);
    connect(made.grip(), &Grip::dragCancelled, this, &Parts::endDrag);
}

ConditionLine* ConditionEditor::Parts::lineOf(const ConditionNode& node)
{
    const auto known = lines.find(node.id);
    if (known != lines.end() && (qobject_cast<GroupHead*>(known->second) != nullptr) == node.isGroup())
        return known->second;
    ConditionLine* const made = node.isGroup() ? static_cast<ConditionLine*>(newHead()) : newRow();
    connectGrip(*made);
    lines[node.id] = made;
    return made;
}

void ConditionEditor::Parts::refresh()
{
    std::vector<ConditionLine*> wanted;
    std::map<quint64, ConditionLine*> kept;
    for (const ConditionTree::Line& each : tree.lines()) {
        ConditionLine* const shown = lineOf(*each.node);
        shown->showNode(*each.node, each.depth);
        kept[each.node->id] = shown;
        wanted.push_back(shown);
    }
    for (ConditionLine* const old : order)
        if (std::ranges::find(wanted, old) == wanted.end()) {
            old->hide();
            old->deleteLater();
        }
    lines = std::move(kept);
    std::erase_if(selection, [this](quint64 id) { return !lines.contains(id); });
    orderLines(wanted);
    for (ConditionLine* const each : order) {
        watchFocus(*each);
        each->setSelected(selection.contains(each->id()));
    }
    static_cast<GroupHead*>(order.front())->setTitle(title);
    mark();
    if (editor.isVisible())
        askLater.start();
}

void ConditionEditor::Parts::orderLines(const std::vector<ConditionLine*>& wanted)
{
    if (wanted != order) {
        for (ConditionLine* const each : order)
            column->removeWidget(each);
        order = wanted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            column->insertWidget(int(i), order[i]);
            order[i]->show();
        }
    }
    QList<QWidget*> parts;
    for (const ConditionLine* const each : order)
        parts << each->tabChain();
    orderTabs(*rows, parts);
    const Theme& theme = context.page.theme;
    std::vector<ConditionRows::Bracket> brackets;
    for (const ConditionTree::Line& each : tree.lines()) {
        if (!each.node->isGroup() || each.node->parts.empty())
            continue;
        const ConditionNode* lowest = &each.node->parts.back();
        while (!lowest->parts.empty())
            lowest = &lowest->parts.back();
        const QWidget* const end = each.depth == 0 && !surroundings.isReadOnly ? foot : lines[lowest->id];
        const int x = each.depth == 0 ? 0 : ConditionLine::indent(theme, each.depth) + theme.px(9);
        brackets.push_back({lines[each.node->parts.front().id], end, x});
    }
    rows->setBrackets(std::move(brackets));
}

}
