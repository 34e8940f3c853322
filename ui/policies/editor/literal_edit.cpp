#include "ui/policies/editor/literal_edit.h"

#include "ui/policies/editor/condition_words.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>

namespace signalbox {

LiteralEdit::LiteralEdit(Theme& theme, ValueType type, std::string unit, const QString& name, QWidget* parent)
    : QLineEdit(parent), m_theme(theme), m_type(type), m_unit(std::move(unit))
{
    setObjectName(QStringLiteral("conditionValue"));
    setAccessibleName(name);
    setMaxLength(10'000);
    setMinimumWidth(theme.px(60));
    if (type == ValueType::Time)
        setPlaceholderText(tr("2026-06-09 08:00"));
    makeRoomForUnit();
    connect(&theme, &Theme::changed, this, &LiteralEdit::makeRoomForUnit);
    connect(this, &QLineEdit::textChanged, this, &LiteralEdit::makeRoomForUnit);
}

QString LiteralEdit::prefix() const
{
    return m_unit == "EUR" ? QStringLiteral("€")
        : m_unit == "USD"  ? QStringLiteral("$")
        : m_unit == "GBP"  ? QStringLiteral("£")
                           : QString();
}

QString LiteralEdit::suffix() const
{
    if (m_type == ValueType::Time)
        return tr("UTC");
    const bool isClock = m_unit == "seconds" && text().contains(u':');
    return !prefix().isEmpty() || isClock ? QString() : QString::fromStdString(m_unit);
}

void LiteralEdit::makeRoomForUnit()
{
    const QFontMetrics metrics(font());
    const QString before = prefix();
    const QString after = suffix();
    setTextMargins(before.isEmpty() ? 0 : metrics.horizontalAdvance(before) + 1, 0,
                   after.isEmpty() ? 0 : metrics.horizontalAdvance(after) + m_theme.px(6), 0);
}

void LiteralEdit::showValue(const Value& wanted)
{
    if (value() == wanted && hasFocus())
        return;
    const QString written = literalText(wanted, m_unit);
    if (written != text())
        setText(written);
    if (!hasFocus())
        setCursorPosition(0);
}

std::optional<Value> LiteralEdit::value() const { return readLiteralText(text(), m_type, m_unit); }

void LiteralEdit::setSuggestions(const QStringList& values)
{
    if (m_type != ValueType::String || values.isEmpty())
        return;
    if (auto* const known = completer()) {
        static_cast<QStringListModel*>(known->model())->setStringList(values);
        return;
    }
    auto* suggested = new QCompleter(new QStringListModel(values, this), this);
    suggested->setCaseSensitivity(Qt::CaseInsensitive);
    suggested->setFilterMode(Qt::MatchContains);
    setCompleter(suggested);
}

void LiteralEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    const QRect inner = rect().adjusted(m_theme.px(9), 0, -m_theme.px(8), 0);
    if (const QString before = prefix(); !before.isEmpty())
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, before);
    const QString after = suffix();
    const int end = inner.left() + QFontMetrics(font()).horizontalAdvance(text()) + m_theme.px(6);
    if (!after.isEmpty() && (!text().isEmpty() || m_type != ValueType::Time)) {
        const int width = QFontMetrics(font()).horizontalAdvance(after);
        painter.drawText(QRect(std::min(end, inner.right() - width), 0, width + 1, height()),
                         Qt::AlignLeft | Qt::AlignVCenter, after);
    }
}

void LiteralEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    if (const auto written = value(); written && m_type != ValueType::String)
        setText(literalText(*written, m_unit));
    Q_EMIT left();
}

void LiteralEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier && completer() && text().isEmpty()) {
        completer()->setCompletionPrefix({});
        completer()->complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}
