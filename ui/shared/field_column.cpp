#include "ui/shared/field_column.h"

#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"
#include "ui/shared/wheel_guard.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStringList>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int widestField = 560;

}

FieldColumn::FieldColumn(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    m_column->setSpacing(theme.px(4));
}

void FieldColumn::addField(QWidget* editor, const QString& label, const QString& hint)
{
    if (editor->sizePolicy().horizontalPolicy() != QSizePolicy::Fixed)   // a maximum of its own would let it grow
        editor->setMaximumWidth(m_theme.px(widestField));
    addWide(editor, label, hint);
}

void FieldColumn::addWide(QWidget* editor, const QString& label, const QString& hint)
{
    editor->setAccessibleName(label);
    QLabel* name = newLabel(label, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    name->setBuddy(editor);
    m_column->addWidget(name);
    m_column->addWidget(editor);
    QLabel* error = newParagraph({}, m_theme, TextStyle::Secondary, ThemeColor::Bad, this);
    error->setObjectName(editor->objectName() + QStringLiteral("Error"));
    error->hide();
    m_column->addWidget(error);
    if (!hint.isEmpty()) {
        m_column->addWidget(newParagraph(hint, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this));
        editor->setAccessibleDescription(hint);
    }
    m_column->addSpacing(m_theme.px(8));
    m_fields.push_back({editor, error, {}});
    editor->installEventFilter(this);
}

QLineEdit* FieldColumn::addLine(const QString& objectName, const QString& label, int longest, const QString& hint)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setMaxLength(longest);
    addField(edit, label, hint);
    connect(edit, &QLineEdit::textEdited, this, &FieldColumn::edited);
    return edit;
}

QPlainTextEdit* FieldColumn::addText(const QString& objectName, const QString& label, int lines, const QString& hint)
{
    auto* edit = new QPlainTextEdit(this);
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    makeField(*edit);
    edit->setFixedHeight(m_theme.lineHeight(TextStyle::Body) * lines + m_theme.px(18));
    addField(edit, label, hint);
    connect(edit, &QPlainTextEdit::textChanged, this, &FieldColumn::edited);
    return edit;
}

QSpinBox* FieldColumn::addWhole(const QString& objectName, const QString& label, int least, int most,
                                const QString& suffix, const QString& hint)
{
    auto* edit = new QSpinBox(this);
    edit->setObjectName(objectName);
    edit->setRange(least, most);
    edit->setSuffix(suffix);
    edit->setGroupSeparatorShown(true);
    edit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    edit->setMinimumWidth(m_theme.px(140));
    ignoreWheelWithoutFocus(*edit);
    addField(edit, label, hint);
    return edit;
}

QComboBox* FieldColumn::addChoice(const QString& objectName, const QString& label, const QString& hint)
{
    auto* edit = new QuietCombo(label, objectName, this);
    addField(edit, label, hint);
    return edit;
}

void FieldColumn::addPlain(QWidget* widget)
{
    widget->setParent(this);
    m_column->addWidget(widget);
    m_column->addSpacing(m_theme.px(8));
}

void FieldColumn::checkField(QWidget* editor, Check check)
{
    for (Field& field : m_fields)
        if (field.editor == editor)
            field.check = std::move(check);
}

void FieldColumn::setWatching(bool watching) { m_watching = watching; }

void FieldColumn::clearErrors()
{
    for (const Field& field : m_fields)
        field.error->hide();
}

bool FieldColumn::showError(const Field& field)
{
    const QString wrong = field.check ? field.check() : QString();
    field.error->setText(wrong);
    field.error->setVisible(!wrong.isEmpty());
    return wrong.isEmpty();
}

bool FieldColumn::allRight()
{
    QWidget* first = nullptr;
    for (const Field& field : m_fields)
        if (!showError(field) && !first)
            first = field.editor;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

bool FieldColumn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && m_watching)
        for (const Field& field : m_fields)
            if (field.editor == watched)
                showError(field);
    return QWidget::eventFilter(watched, event);
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
