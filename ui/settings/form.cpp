#include "ui/settings/form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/scroll_column.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {
Form::Form(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_fields(new FieldColumn(theme)), m_foot(new QHBoxLayout),
      m_message(new InlineMessage(theme, MessageKind::Info, this)), m_save(newPrimaryButton(tr("Save"), QStringLiteral("saveForm"), this)),
      m_discard(newButton(tr("Discard"), QStringLiteral("discardForm"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* scroll = new ScrollColumn(theme, ThemeColor::Panel, this);
    scroll->setFocusPolicy(Qt::NoFocus);
    QVBoxLayout* all = scroll->restart();
    all->addWidget(m_fields);
    all->addStretch(1);   // spare room stays beneath the fields
    scroll->finish();
    layout->addWidget(scroll, 1);
    m_message->hide();
    m_message->setDismissable(true);
    layout->addWidget(m_message);
    buildFoot();
    layout->addLayout(m_foot);
    connect(m_fields, &FieldColumn::edited, this, &Form::edited);
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    connect(m_save, &QPushButton::clicked, this, &Form::save);
    connect(m_discard, &QPushButton::clicked, this, &Form::discardWanted);
    setChanged(false);
}

void Form::buildFoot()
{
    m_foot->setContentsMargins(m_theme.px(24), m_theme.px(8), m_theme.px(24), m_theme.px(16));
    m_foot->setSpacing(m_theme.px(8));
    m_foot->addWidget(m_save);
    m_foot->addWidget(m_discard);
    m_foot->addStretch();
}

void Form::addField(QWidget* editor, const QString& label, const QString& hint) { m_fields->addField(editor, label, hint); }
QLineEdit* Form::addLine(const QString& objectName, const QString& label, int longest, const QString& hint)
{
    return m_fields->addLine(objectName, label, longest, hint);
}
QPlainTextEdit* Form::addText(const QString& objectName, const QString& label, int lines, const QString& hint)
{
    return m_fields->addText(objectName, label, lines, hint);
}
void Form::addPlain(QWidget* widget) { m_fields->addPlain(widget); }
void Form::checkField(QWidget* editor, Check check) { m_fields->checkField(editor, std::move(check)); }
void Form::clearErrors() { m_fields->clearErrors(); }
bool Form::allRight() { return m_blocked || m_fields->allRight(); }

QPushButton* Form::addFootButton(const QString& text, const QString& objectName)
{
    QPushButton* button = newButton(text, objectName, this);
    m_foot->addWidget(button);
    return button;
}

void Form::setChanged(bool changed)
{
    m_changed = changed;
    m_save->setEnabled(changed && !m_blocked);
    m_discard->setEnabled(changed && !m_blocked);
    m_fields->setWatching(changed && !m_blocked);
    if (changed)
        m_message->hide();
}

void Form::setBlocked(const QString& why)
{
    m_blocked = !why.isEmpty();
    m_fields->setEnabled(!m_blocked);
    m_save->setToolTip(why.toHtmlEscaped());
    setChanged(m_changed);
    if (m_blocked) {
        m_message->setKind(MessageKind::Info);
        m_message->setText(tr("You can read this, but not change it."), why);
        m_message->setDismissable(false);
        m_message->show();
    } else if (!m_save->isVisibleTo(this)) {
        m_message->hide();
    }
    m_save->setVisible(!m_blocked);
    m_discard->setVisible(!m_blocked);
}

void Form::save()
{
    if (allRight())
        Q_EMIT saveWanted();
}

void Form::showSaved(const QString& what)
{
    m_message->setKind(MessageKind::Good);
    m_message->setText(what);
    m_message->setDismissable(true);
    m_message->show();
}

void Form::showRefusal(const QString& what, const QString& why)
{
    m_message->setKind(MessageKind::Bad);
    m_message->setText(what, why);
    m_message->setDismissable(true);
    m_message->show();
}

}
