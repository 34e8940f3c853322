// What the panel is made of, and what its keys and buttons do.
#include "ui/alerts/alert_centre.h"

#include "ui/alerts/alert_delegate.h"
#include "ui/alerts/alert_words.h"
#include "ui/alerts/hand_on_dialog.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {


}

void AlertCentre::build()
{
    setObjectName(u"alertCentre"_s);
    setAccessibleName(tr("Alerts"));
    setWindowTitle(tr("Alerts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, m_context.theme.px(12));
    column->setSpacing(0);
    buildTop(*column);
    buildList(*column);
    buildFoot(*column);
}

void AlertCentre::buildTop(QVBoxLayout& column)
{
    Theme& theme = m_context.theme;
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8));
    row->setSpacing(theme.px(12));
    row->addWidget(newLabel(tr("Alerts"), theme, TextStyle::PaneTitle, ThemeColor::Text, this));
    m_count = newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_count->setObjectName(u"alertsCount"_s);
    row->addWidget(m_count, 1);
    m_close = newIconButton(theme, u"close"_s, tr("Close the alerts"), u"closeAlerts"_s, this);
    row->addWidget(m_close);
    column.addLayout(row);
    column.addWidget(newLine(theme, this));
}

void AlertCentre::buildList(QVBoxLayout& column)
{
    m_list = new QListView(this);
    m_list->setObjectName(u"alertsList"_s);
    m_list->setAccessibleName(tr("Alerts that have not ended"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(&m_alerts);
    m_list->setItemDelegate(new AlertDelegate(m_context.theme, m_alerts, m_context.model, m_list));
    setSurface(*m_list->viewport(), m_context.theme, ThemeColor::Panel);
    column.addWidget(m_list);
    m_empty = new EmptyState(m_context.theme,
                             tr("No alert is open. When a trigger of the rulebook fires, it stands here."), {}, this);
    m_empty->setMinimumHeight(m_context.theme.px(120));
    column.addWidget(m_empty);
}

QPushButton* AlertCentre::addWay(const QString& name, const QString& text, const QString& ofMenu, Qt::Key key,
                                 void (AlertCentre::*act)())
{
    auto* way = new QAction(text, m_list);
    way->setObjectName(name);
    way->setShortcut(key);
    way->setShortcutContext(Qt::WidgetWithChildrenShortcut);   // letters mean it only while the list has the keyboard
    connect(way, &QAction::triggered, this, [this, act] {
        if (!m_asked)   // a question stands over the list
            (this->*act)();
    });
    m_list->addAction(way);
    auto* twin = new QAction(ofMenu, this);
    twin->setObjectName(name + u"Newest"_s);
    connect(twin, &QAction::triggered, this, [this, way] {
        chooseNewest();
        open();
        way->trigger();
    });
    m_ofMenu.append(twin);
    QPushButton* button = newButton(text, name + u"Button"_s, m_foot);
    button->setFocusPolicy(Qt::TabFocus);   // after a click the letters still mean the list
    button->setToolTip(tr("%1 (%2)", "a command and its key")
                           .arg(QString(text).remove(u'…'), way->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QPushButton::clicked, way, &QAction::trigger);
    return button;
}

void AlertCentre::buildFoot(QVBoxLayout& column)
{
    Theme& theme = m_context.theme;
    m_foot = new QWidget(this);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), 0);
    foot->setSpacing(theme.px(8));
    m_refusal = new InlineMessage(theme, MessageKind::Bad, m_foot);
    m_refusal->setObjectName(u"alertRefusal"_s);
    m_refusal->setDismissable(true);
    m_refusal->hide();
    foot->addWidget(m_refusal);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    QPushButton* opens = addWay(u"openAlert"_s, tr("Open"), tr("&Open the newest alert"), Qt::Key_Return,
                                &AlertCentre::openConversation);
    opens->setProperty("primary", true);
    row->addWidget(opens);
    row->addWidget(addWay(u"acknowledgeAlert"_s, tr("Acknowledge"), tr("&Acknowledge the newest alert"), Qt::Key_A,
                          &AlertCentre::acknowledge));
    row->addWidget(
        addWay(u"snoozeAlert"_s, tr("Snooze…"), tr("S&nooze the newest alert…"), Qt::Key_S, &AlertCentre::snooze));
    row->addWidget(
        addWay(u"handOnAlert"_s, tr("Hand on…"), tr("&Hand on the newest alert…"), Qt::Key_H, &AlertCentre::handOn));
    row->addWidget(
        addWay(u"resolveAlert"_s, tr("Resolve"), tr("&Resolve the newest alert"), Qt::Key_R, &AlertCentre::resolve));
    row->addStretch(1);
    foot->addLayout(row);
    foot->addLayout(buildLabels());
    column.addWidget(m_foot);
}

QHBoxLayout* AlertCentre::buildLabels()
{
    Theme& theme = m_context.theme;
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(newLabel(tr("Was it right?"), theme, TextStyle::Body, ThemeColor::TextMuted, m_foot));
    const auto add
        = [&](Verdict verdict, const QString& name, const QString& ofMenu, Qt::Key key, void (AlertCentre::*act)()) {
              QPushButton* button = addWay(name, verdictName(verdict), ofMenu, key, act);
              button->setCheckable(true);
              button->setAccessibleName(tr("Label it %1").arg(verdictName(verdict).toLower()));
              wayCalled(name)->setText(button->accessibleName());
              row->addWidget(button);
          };
    add(Verdict::True, u"alertTrue"_s, tr("Label the newest alert &true"), Qt::Key_T, &AlertCentre::giveTrue);
    add(Verdict::False, u"alertFalse"_s, tr("Label the newest alert &false"), Qt::Key_F, &AlertCentre::giveFalse);
    add(Verdict::Unsure, u"alertUnsure"_s, tr("Label the newest alert &unsure"), Qt::Key_U, &AlertCentre::giveUnsure);
    m_reason = new QLineEdit(m_foot);
    m_reason->setObjectName(u"alertReason"_s);
    m_reason->setAccessibleName(tr("Why, for the label"));
    m_reason->setPlaceholderText(tr("Why (may stay empty)"));
    m_reason->setMaxLength(longestReasonOfLabel);
    row->addWidget(m_reason, 1);
    return row;
}

QAction* AlertCentre::wayCalled(const QString& name) const { return m_list->findChild<QAction*>(name); }

QPushButton* AlertCentre::buttonOf(const QString& way) const
{
    return m_foot->findChild<QPushButton*>(way + u"Button"_s);
}

void AlertCentre::openConversation()
{
    const Alert* alert = current();
    if (!alert)
        return;
    const ConversationId conversation = alert->conversation;
    reject();
    Q_EMIT conversationChosen(conversation);
}

void AlertCentre::acknowledge()
{
    if (const Alert* alert = current())
        m_desk.acknowledge(Alert(*alert));   // a reminder is gone from the list while it is dismissed
}

void AlertCentre::snooze()
{
    const Alert* alert = current();
    if (!alert)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"snoozeMenu"_s);
    m_desk.addSnoozeTimes(*menu, *alert);
    const QWidget* button = buttonOf(u"snoozeAlert"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
    menu->setActiveAction(menu->actions().constFirst());
}

void AlertCentre::handOn()
{
    const Alert* alert = current();
    if (!alert || m_asked)
        return;
    m_asked = new HandOnDialog(m_context, *alert, this);
    connect(m_asked, &QDialog::finished, this, [this] {
        m_asked.clear();
        activateWindow();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    m_asked->open();
    m_asked->activateWindow();
}

void AlertCentre::resolve()
{
    if (const Alert* alert = current())
        m_desk.resolve(*alert);
}

// The same label once more takes it back.
void AlertCentre::give(Verdict verdict)
{
    const Alert* alert = current();
    if (!alert)
        return;
    const Label* label = m_desk.myLabel(*alert);
    const bool again = label && label->verdict == verdict && label->reason == m_reason->text().trimmed().toStdString();
    m_desk.label(*alert, again ? std::nullopt : std::optional(verdict), m_reason->text());
    showChosen();   // the button shows what was given, not that it was clicked
}

void AlertCentre::changeReason()
{
    const Alert* alert = current();
    const Label* label = alert ? m_desk.myLabel(*alert) : nullptr;
    if (label)
        m_desk.label(*alert, label->verdict, m_reason->text());
    else
        buttonOf(u"alertTrue"_s)->setFocus(Qt::TabFocusReason);   // why, but not yet what
}

}
