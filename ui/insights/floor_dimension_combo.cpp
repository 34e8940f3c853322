#include "ui/insights/floor_dimension_combo.h"

#include "ui/insights/floor_words.h"

#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QTimer>

namespace signalbox {

FloorDimensionCombo::FloorDimensionCombo(const QString& name, const QString& objectName, Nothing nothing,
                                         QWidget* parent)
    : QuietCombo(name, objectName, parent)
{
    if (nothing == Nothing::Yes)
        addItem(tr("Nothing else"), QString());
    for (int kind = 0; kind < int(FloorBy::Attribute); ++kind) {
        const FloorDimension dimension{FloorBy(kind), {}};
        addItem(floorDimensionName(dimension), QString::fromStdString(nameOf(dimension)));
    }
    m_builtIn = count();
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    lineEdit()->setAccessibleName(name);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &FloorDimensionCombo::takeFirstMatch);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &FloorDimensionCombo::takeBackWhatIsNone);
}

void FloorDimensionCombo::setAttributes(const std::vector<std::string>& attributes)
{
    if (attributes == m_attributes)
        return;
    const QString typed = lineEdit()->hasFocus() ? lineEdit()->text() : QString();
    const auto chosen = dimension();
    m_attributes = attributes;
    while (count() > m_builtIn)
        removeItem(count() - 1);
    for (const std::string& attribute : attributes)
        addItem(floorDimensionName({FloorBy::Attribute, attribute}), QString::fromStdString(attribute));
    choose(chosen);
    if (!typed.isEmpty())
        setEditText(typed);
}

std::optional<FloorDimension> FloorDimensionCombo::dimension() const
{
    const QString name = currentData().toString();
    return name.isEmpty() ? std::nullopt : std::optional(floorDimensionFromName(name.toStdString()));
}

void FloorDimensionCombo::choose(const std::optional<FloorDimension>& wanted)
{
    chooseData(wanted ? QString::fromStdString(nameOf(*wanted)) : QString());
}

// What is typed takes the place of what stands there, wherever the mouse put the cursor.
void FloorDimensionCombo::focusInEvent(QFocusEvent* event)
{
    QuietCombo::focusInEvent(event);
    QTimer::singleShot(0, lineEdit(), &QLineEdit::selectAll);
}

// A part of a name is enough.
void FloorDimensionCombo::takeFirstMatch()
{
    if (findText(currentText(), Qt::MatchFixedString) >= 0 || completer()->completionCount() == 0)
        return;
    completer()->setCurrentRow(0);
    setCurrentIndex(findText(completer()->currentCompletion()));
    Q_EMIT activated(currentIndex());
}

// Half a name is no choice: what was chosen stands there again.
void FloorDimensionCombo::takeBackWhatIsNone()
{
    if (findText(currentText(), Qt::MatchFixedString) < 0)
        setEditText(itemText(currentIndex()));
}

}
