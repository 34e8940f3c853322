#include "routing/rulebook/describe.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/attribute_picker.h"
#include "ui/policies/editor/condition_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace signalbox {

AttributeCombo::AttributeCombo(const StudioContext& context, SeenValuesStore& seen, std::optional<ValueType> onlyOfType,
                               const QString& name, const QString& objectName, QWidget* parent)
    : QuietCombo(name, objectName, parent), m_context(context), m_seen(seen), m_type(onlyOfType)
{
    setPlaceholderText(tr("Choose an attribute"));
    setCurrentIndex(-1);
}

void AttributeCombo::showChoice(const QString& label, const QString& about)
{
    setToolTip(about.isEmpty()
                   ? QString()
                   : QStringLiteral("%1\n%2").arg(label, about).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    if (count() == 1 && itemText(0) == label)
        return;
    clear();
    if (!label.isEmpty())
        addItem(label);
    setCurrentIndex(label.isEmpty() ? -1 : 0);   // with a placeholder nothing is current by itself
}

void AttributeCombo::showPopup() { open({}); }

void AttributeCombo::open(const QString& search)
{
    auto* picker = new AttributePicker(m_context, m_seen, m_type, this);
    connect(picker, &AttributePicker::chosen, this, &AttributeCombo::chosen);
    connect(picker, &AttributePicker::newAttributeWanted, this, [this](const QString& name, ValueType type) {
        const std::string attribute = name.toStdString();
        m_context.draft.editRooms(tr("add the attribute %1").arg(name), [&](Rulebook& rulebook) {
            rulebook.attributes[attribute] = {type, {}, {}};
        });
        AttributeChoice made;
        made.name = attribute;
        made.type = type;
        Q_EMIT chosen(made);
    });
    picker->openBelow(*this, search);
}

void AttributeCombo::keyPressEvent(QKeyEvent* event)
{
    const bool isWord = !event->text().isEmpty() && event->text().at(0).isLetterOrNumber()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (isWord)
        open(event->text());
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space
             || event->key() == Qt::Key_F4)
        open({});
    else
        event->ignore();
}

namespace {

class AttributeOperand : public OperandField {
public:
    AttributeOperand(const StudioContext& context, SeenValuesStore& seen, ValueType type, QWidget* parent)
        : OperandField(parent),
          m_context(context),
          m_combo(new AttributeCombo(context, seen, type, tr("Attribute to compare with"),
                                     QStringLiteral("conditionOtherAttribute"), this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_combo);
        setFocusProxy(m_combo);
        connect(m_combo, &AttributeCombo::chosen, this, [this](const AttributeChoice& choice) {
            showOperand(AttributeRef{choice.name});
            Q_EMIT edited(false);
        });
    }
    void showOperand(const Operand& operand) override
    {
        const auto* const other = std::get_if<AttributeRef>(&operand);
        m_name = other ? other->name : std::string();
        m_combo->showChoice(m_name.empty() ? QString() : attributeWords(m_name, m_context.draft.rulebook()),
                            QString::fromStdString(m_name));
    }
    std::optional<Operand> operand() const override
    {
        return m_name.empty() ? std::nullopt : std::optional(Operand{AttributeRef{m_name}});
    }

private:
    StudioContext m_context;
    std::string m_name;
    AttributeCombo* m_combo;
};

}

OperandField* newAttributeOperand(const StudioContext& context, SeenValuesStore& seen, ValueType type, QWidget* parent)
{
    return new AttributeOperand(context, seen, type, parent);
}

}
