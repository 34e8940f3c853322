#include "ui/policies/editor/chip_field.h"

#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/literal_edit.h"
#include "ui/shared/style_paint.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace signalbox {

ChipField::ChipField(Theme& theme, ValueType type, const std::string& unit, const QString& name, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_edit(new LiteralEdit(theme, type, unit, name, this))
{
    setObjectName(QStringLiteral("chipField"));
    setFocusProxy(m_edit);
    m_edit->setFrame(false);
    m_edit->setPlaceholderText(tr("Add a value"));
    m_edit->installEventFilter(this);
    setCursor(Qt::IBeamCursor);
    connect(m_edit, &LiteralEdit::left, this, [this] {
        addWritten();
        m_current = -1;
        Q_EMIT left();
    });
    // While suggestions are listed, their list has the keys.
    connect(m_edit, &QLineEdit::returnPressed, this, &ChipField::addWritten);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& written) {
        if (!written.endsWith(u','))
            return;
        m_edit->setText(written.chopped(1));
        addWritten();
    });
    connect(&theme, &Theme::changed, this, &ChipField::place);
    place();
}

void ChipField::setValues(const std::vector<Value>& values)
{
    if (values == m_values)
        return;
    m_values = values;
    m_current = -1;
    place();
}

bool ChipField::isWrong() const { return m_edit->isWrong(); }

void ChipField::setSuggestions(const QStringList& values)
{
    m_edit->setSuggestions(values);
    if (m_edit->completer())   // chosen with Enter or a click: it becomes a chip at once
        connect(m_edit->completer(), qOverload<const QString&>(&QCompleter::activated), this, &ChipField::addWritten,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

void ChipField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setVisible(!readOnly);
    place();
}

QString ChipField::textOf(std::size_t at) const { return literalText(m_values[at], m_edit->unit()); }

bool ChipField::addWritten()
{
    const auto value = m_edit->value();
    if (!value)
        return false;
    m_edit->clear();
    if (m_edit->completer())
        m_edit->completer()->popup()->hide();
    if (std::ranges::find(m_values, *value) != m_values.end())
        return true;
    m_values.push_back(*value);
    place();
    Q_EMIT edited();
    return true;
}

void ChipField::removeAt(std::size_t at)
{
    m_values.erase(m_values.begin() + std::ptrdiff_t(at));
    m_current = std::min(m_current, int(m_values.size()) - 1);
    place();
    Q_EMIT edited();
}

bool ChipField::takeKey(int key)
{
    const bool atStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
    const int last = int(m_values.size()) - 1;
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Comma)
        return addWritten() || key == Qt::Key_Comma;
    if (key == Qt::Key_Delete && m_current >= 0) {
        removeAt(std::size_t(m_current));
        return true;
    }
    if (key == Qt::Key_Backspace && atStart && last >= 0) {
        removeAt(std::size_t(m_current >= 0 ? m_current : last));
        return true;
    }
    if (key == Qt::Key_Left && atStart && last >= 0) {
        m_current = m_current < 0 ? last : std::max(0, m_current - 1);
        update();
        return true;
    }
    if (key == Qt::Key_Right && m_current >= 0) {
        m_current = m_current == last ? -1 : m_current + 1;
        update();
        return true;
    }
    if (m_current >= 0) {
        m_current = -1;
        update();
    }
    return false;
}

bool ChipField::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    const bool listIsOpen = m_edit->completer() && m_edit->completer()->popup()->isVisible();
    return event->type() == QEvent::KeyPress && !m_readOnly && !listIsOpen
        && static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier
        && takeKey(static_cast<QKeyEvent*>(event)->key());
}

void ChipField::place()
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Secondary));
    const int gap = m_theme.px(4);
    const int chipHeight = m_theme.px(20);
    const int right = std::max(width() - gap, m_theme.px(80));
    QPoint at(gap + 2, gap);
    m_chips.clear();
    QStringList said;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        said << textOf(i);
        const int wanted = metrics.horizontalAdvance(said.back()) + m_theme.px(12) + (m_readOnly ? 0 : m_theme.px(16));
        const int chipWidth = std::min(wanted, right - gap - 2);
        if (at.x() + chipWidth > right && at.x() > gap + 2)
            at = QPoint(gap + 2, at.y() + chipHeight + gap);
        m_chips.emplace_back(at, QSize(chipWidth, chipHeight));
        at.rx() += chipWidth + gap;
    }
    if (!m_readOnly && right - at.x() < m_theme.px(84))
        at = QPoint(gap + 2, at.y() + chipHeight + gap);
    m_edit->setGeometry(at.x(), at.y() - 1, right - at.x(), chipHeight + 2);
    m_edit->setAccessibleDescription(said.isEmpty() ? tr("No values yet")
                                                    : tr("Values: %1").arg(said.join(QStringLiteral(", "))));
    if (const int height = at.y() + chipHeight + gap; height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
    update();
}

QSize ChipField::sizeHint() const { return {m_theme.px(160), minimumHeight()}; }

QRect ChipField::crossOf(const QRect& chip) const
{
    const int size = m_theme.px(16);
    return m_readOnly ? QRect() : QRect(chip.right() - size, chip.top(), size, chip.height());
}

void ChipField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = m_edit->hasFocus();
    paintBox(painter, rect(), m_theme.px(6), m_theme.color(ThemeColor::Panel),
             m_theme.color(focus            ? ThemeColor::Focus
                               : m_readOnly ? ThemeColor::Line
                                            : ThemeColor::Control),
             focus ? 2 : 1);
    painter.setFont(m_theme.font(TextStyle::Secondary));
    const QFontMetrics metrics(painter.font());
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const QRect& chip = m_chips[i];
        const bool current = int(i) == m_current;
        paintBox(painter, chip, m_theme.px(4), m_theme.color(current ? ThemeColor::Selection : ThemeColor::Hover),
                 current ? m_theme.color(ThemeColor::Focus) : QColor(Qt::transparent));
        const QRect cross = crossOf(chip);
        painter.setPen(m_theme.color(ThemeColor::Text));
        const QRect words = chip.adjusted(m_theme.px(6), 0, -m_theme.px(4) - cross.width(), 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(textOf(i), Qt::ElideRight, words.width() + 2));
        const int size = m_theme.px(12);
        if (!m_readOnly)
            painter.drawPixmap(
                centered(cross, size).topLeft(),
                m_theme.pixmap(QStringLiteral("close"), ThemeColor::TextMuted, size, devicePixelRatioF()));
    }
}

void ChipField::resizeEvent(QResizeEvent*) { place(); }

void ChipField::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        if (crossOf(m_chips[i]).contains(at)) {
            removeAt(i);
            return;
        }
    m_edit->setFocus(Qt::MouseFocusReason);
}

}
