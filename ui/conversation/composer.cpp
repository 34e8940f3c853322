#include "ui/conversation/composer.h"

#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int typingEvery = 3000;   // milliseconds

}

Composer::Composer(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_reply(newSmallButton(tr("Reply"), QStringLiteral("writeReply"), this)),
      m_note(newSmallButton(tr("Internal note"), QStringLiteral("writeNote"), this)), m_edit(new QPlainTextEdit(this)),
      m_hint(newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_send(newPrimaryButton(tr("Send"), QStringLiteral("sendMessage"), this)),
      m_take(newPrimaryButton({}, QStringLiteral("takeConversation"), this)), m_quiet(new QTimer(this))
{
    setObjectName(QStringLiteral("composer"));
    build();
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(typingEvery);
    m_edit->installEventFilter(this);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refresh();
        if (!m_edit->toPlainText().isEmpty() && !draft().note && !m_quiet->isActive() && m_edit->hasFocus()) {
            m_quiet->start();
            Q_EMIT typing();
        }
    });
    connect(m_reply, &QPushButton::toggled, this, &Composer::refresh);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_take, &QPushButton::clicked, this, &Composer::takeWanted);
    refresh();
}

void Composer::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(8), m_theme.px(8), m_theme.px(8), m_theme.px(8));
    layout->setSpacing(m_theme.px(4));
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(m_theme.px(4));
    auto* group = new QButtonGroup(this);
    for (QPushButton* kind : {m_reply, m_note}) {
        kind->setCheckable(true);
        group->addButton(kind);
        kinds->addWidget(kind);
    }
    m_reply->setChecked(true);
    kinds->addStretch();
    layout->addLayout(kinds);
    m_edit->setObjectName(QStringLiteral("messageText"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    setTextStyle(*m_edit, m_theme, TextStyle::MessageText);
    m_edit->setFixedHeight(m_theme.lineHeight(TextStyle::MessageText) * 3 + m_theme.px(8));
    layout->addWidget(m_edit);
    layout->addWidget(newLine(m_theme, this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(m_theme.px(4), m_theme.px(4), 0, 0);
    foot->setSpacing(m_theme.px(12));
    foot->addWidget(m_hint);
    foot->addStretch();
    foot->addWidget(newKeyCap(m_theme, tr("Ctrl+Enter"), this));
    foot->addWidget(m_send);
    foot->addWidget(m_take);
    layout->addLayout(foot);
}

QString Composer::blocked() const { return m_note->isChecked() ? m_rights.noteBlocked : m_rights.replyBlocked; }

void Composer::refresh()
{
    const bool note = m_note->isChecked();
    const QString why = blocked();
    m_edit->setReadOnly(!why.isEmpty());
    m_edit->setPlaceholderText(!why.isEmpty() ? why : note ? tr("Only your colleagues will read this") : tr("Write a reply"));
    m_edit->setAccessibleName(note ? tr("Internal note") : tr("Reply"));
    m_edit->setAccessibleDescription(why);
    m_hint->setText(note ? tr("Not sent to the visitor") : QString());
    m_send->setText(note ? tr("Add note") : tr("Send"));
    m_send->setEnabled(why.isEmpty() && !m_edit->toPlainText().trimmed().isEmpty());
    m_take->setText(m_rights.take);
    m_take->setVisible(!m_rights.take.isEmpty() && !note);
    m_send->setVisible(!m_take->isVisibleTo(this));
    update();
}

void Composer::setRights(const Rights& rights)
{
    m_rights = rights;
    refresh();
}

Composer::Draft Composer::draft() const { return {m_edit->toPlainText(), m_note->isChecked()}; }

void Composer::setDraft(const Draft& draft)
{
    const QSignalBlocker quiet(m_edit);
    writeNote(draft.note);
    m_edit->setPlainText(draft.text);
    m_edit->moveCursor(QTextCursor::End);
    refresh();
}

void Composer::writeNote(bool note) { (note ? m_note : m_reply)->setChecked(true); }

void Composer::takeKeyboard() { m_edit->setFocus(Qt::OtherFocusReason); }

void Composer::send()
{
    const QString words = m_edit->toPlainText().trimmed();
    if (!words.isEmpty() && blocked().isEmpty())
        Q_EMIT sendWanted(words, m_note->isChecked());
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = m_edit->hasFocus();
    const bool note = m_note->isChecked();
    painter.setPen(QPen(m_theme.color(focus ? ThemeColor::Focus : ThemeColor::Control), focus ? 2 : 1));
    painter.setBrush(m_theme.color(note ? ThemeColor::NoteTint : ThemeColor::Panel));
    const qreal inset = focus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(6), m_theme.px(6));
}

}
