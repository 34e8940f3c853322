#include "ui/settings/form.h"

#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int widestField = 560;

}

Form::Form(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(nullptr), m_foot(new QHBoxLayout), m_body(nullptr),
      m_message(new InlineMessage(theme, MessageKind::Info, this)), m_save(newPrimaryButton(tr("Save"), QStringLiteral("saveForm"), this)),
      m_discard(newButton(tr("Discard"), QStringLiteral("discardForm"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* scroll = new ScrollColumn(theme, ThemeColor::Panel, this);
    scroll->setFocusPolicy(Qt::NoFocus);
    QVBoxLayout* all = scroll->restart();
    m_column = new QVBoxLayout;
    all->addLayout(m_column);
    all->addStretch(1);   // spare room stays beneath the fields
    m_body = scroll->widget();
    m_column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    m_column->setSpacing(theme.px(4));
    scroll->finish();
    layout->addWidget(scroll, 1);
    m_message->hide();
    m_message->setDismissable(true);
    layout->addWidget(m_message);
    buildFoot();
    layout->addLayout(m_foot);
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

void Form::addField(QWidget* editor, const QString& label, const QString& hint)
{
    editor->setAccessibleName(label);
    editor->setMaximumWidth(m_theme.px(widestField));
    QLabel* name = newLabel(label, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, m_body);
    name->setBuddy(editor);
    m_column->addWidget(name);
    m_column->addWidget(editor);
    QLabel* error = newParagraph({}, m_theme, TextStyle::Secondary, ThemeColor::Bad, m_body);
    error->setObjectName(editor->objectName() + QStringLiteral("Error"));
    error->hide();
    m_column->addWidget(error);
    if (!hint.isEmpty()) {
        m_column->addWidget(newParagraph(hint, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, m_body));
        editor->setAccessibleDescription(hint);
    }
    m_column->addSpacing(m_theme.px(8));
    m_fields.push_back({editor, error, {}});
    editor->installEventFilter(this);
}

QLineEdit* Form::addLine(const QString& objectName, const QString& label, int longest, const QString& hint)
{
    auto* edit = new QLineEdit(m_body);
    edit->setObjectName(objectName);
    edit->setMaxLength(longest);
    addField(edit, label, hint);
    connect(edit, &QLineEdit::textEdited, this, &Form::edited);
    return edit;
}

QPlainTextEdit* Form::addText(const QString& objectName, const QString& label, int lines, const QString& hint)
{
    auto* edit = new QPlainTextEdit(m_body);
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    makeField(*edit);
    edit->setFixedHeight(m_theme.lineHeight(TextStyle::Body) * lines + m_theme.px(18));
    addField(edit, label, hint);
    connect(edit, &QPlainTextEdit::textChanged, this, &Form::edited);
    return edit;
}

void Form::addPlain(QWidget* widget)
{
    widget->setParent(m_body);
    m_column->addWidget(widget);
    m_column->addSpacing(m_theme.px(8));
}

void Form::checkField(QWidget* editor, Check check)
{
    for (Field& field : m_fields)
        if (field.editor == editor)
            field.check = std::move(check);
}

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
    if (changed)
        m_message->hide();
}

void Form::setBlocked(const QString& why)
{
    m_blocked = !why.isEmpty();
    m_body->setEnabled(!m_blocked);
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

void Form::clearErrors()
{
    for (const Field& field : m_fields)
        field.error->hide();
}

bool Form::showError(const Field& field)
{
    const QString wrong = field.check && !m_blocked ? field.check() : QString();
    field.error->setText(wrong);
    field.error->setVisible(!wrong.isEmpty());
    return wrong.isEmpty();
}

bool Form::allRight()
{
    QWidget* first = nullptr;
    for (const Field& field : m_fields)
        if (!showError(field) && !first)
            first = field.editor;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
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

bool Form::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && m_changed)
        for (const Field& field : m_fields)
            if (field.editor == watched)
                showError(field);
    return QWidget::eventFilter(watched, event);
}

void addPaneTop(QVBoxLayout& column, Theme& theme, const QString& title, const QString& purpose, QWidget* parent)
{
    auto* top = new QVBoxLayout;
    top->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(4));
    top->setSpacing(theme.px(4));
    top->addWidget(newLabel(title, theme, TextStyle::PageTitle, ThemeColor::Text, parent));
    top->addWidget(newParagraph(purpose, theme, TextStyle::Body, ThemeColor::TextMuted, parent));
    column.addLayout(top);
}

std::vector<std::string> linesOf(const QPlainTextEdit& edit)
{
    std::vector<std::string> lines;
    const QStringList all = edit.toPlainText().split(u'\n');
    for (const QString& one : all)
        if (const QString trimmed = one.trimmed(); !trimmed.isEmpty())
            lines.push_back(trimmed.toStdString());
    return lines;
}

QString joined(const std::vector<std::string>& lines)
{
    QStringList all;
    for (const std::string& one : lines)
        all << text(one);
    return all.join(u'\n');
}

}
