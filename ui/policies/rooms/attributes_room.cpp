#include "ui/policies/rooms/attributes_room.h"

#include "model/domain/names.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/uses.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/field_column.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace signalbox {
namespace {


bool isWellNamed(const QString& name)
{
    static const QRegularExpression dotted(QStringLiteral("^[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_-]+)+$"));
    return dotted.match(name).hasMatch();
}

const AttributeDefinition* declared(const RulebookDraft& draft, const QString& name)
{
    const auto found = draft.rulebook().attributes.find(name.toStdString());
    return found == draft.rulebook().attributes.end() ? nullptr : &found->second;
}

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::String:
        return AttributesRoom::tr("Text");
    case ValueType::Number:
        return AttributesRoom::tr("Number");
    case ValueType::Boolean:
        return AttributesRoom::tr("Yes or no");
    case ValueType::Set:
        return AttributesRoom::tr("Set of words");
    case ValueType::Time:
        break;
    }
    return AttributesRoom::tr("Moment");
}

}

AttributesRoom::AttributesRoom(const StudioContext& context, QWidget* parent)
    : EntryRoom(
        context,
        {QStringLiteral("attributes"), tr("Attributes"),
         tr("What conditions can look at. Signalbox fills in the known ones; others come from your pages and systems."),
         tr("Add attribute"), tr("There are no attributes.")},
        false, parent),
      m_name(fields()->addLine(QStringLiteral("attributeName"), tr("Name"), 120, tr("Dotted, such as custom.plan."))),
      m_type(fields()->addChoice(QStringLiteral("attributeType"), tr("Type"))),
      m_label(fields()->addLine(QStringLiteral("attributeLabel"), tr("In sentences"), 120,
                                tr("As people say it: deal size."))),
      m_unit(fields()->addLine(QStringLiteral("attributeUnit"), tr("Unit"), 40, tr("EUR, %, seconds, people, …"))),
      m_origin(newParagraph({}, context.page.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_seen(newParagraph({}, context.page.theme, TextStyle::Body, ThemeColor::Text)),
      m_uses(newParagraph({}, context.page.theme, TextStyle::Body, ThemeColor::Text))
{
    for (const ValueType type :
         {ValueType::String, ValueType::Number, ValueType::Boolean, ValueType::Set, ValueType::Time})
        m_type->addItem(typeName(type), int(type));
    m_origin->setObjectName(QStringLiteral("attributeOrigin"));
    fields()->addPlain(m_origin);
    m_seen->setObjectName(QStringLiteral("attributeSeen"));
    fields()->addWide(m_seen, tr("Values of the last 7 days"));
    m_uses->setObjectName(QStringLiteral("attributeUses"));
    fields()->addWide(m_uses, tr("Looked at by"));
    fields()->checkField(m_name, [this] {
        return isWellNamed(m_name->text().trimmed())
            ? QString()
            : tr("Letters, digits and _ in parts with dots between them, such as custom.plan.");
    });
    connectFields();
    start();
}

AttributesRoom::~AttributesRoom() { m_name->disconnect(this); }

void AttributesRoom::connectFields()
{
    connect(m_name, &QLineEdit::editingFinished, this, &AttributesRoom::rename);
    connect(m_type, &QComboBox::activated, this, [this] {
        const auto type = ValueType(m_type->currentData().toInt());
        change(tr("set the type"), [type](AttributeDefinition& definition) { definition.type = type; }, {});
    });
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the words"), [&](AttributeDefinition& definition) { definition.label = text.toStdString(); },
            QStringLiteral("label"));
    });
    connect(m_unit, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the unit"), [&](AttributeDefinition& definition) { definition.unit = text.toStdString(); },
            QStringLiteral("unit"));
    });
    connect(&studio().analysis, &AnalysisPort::valuesSeen, this, [this](quint64 ticket, const SeenValues& seen) {
        if (ticket == m_ticket)
            showValues(seen);
    });
}

std::vector<ListedEntry> AttributesRoom::entries() const
{
    const Rulebook& rulebook = studio().draft.rulebook();
    std::map<QString, QString> titles;
    for (const KnownAttribute& known : knownAttributes())
        titles[QString::fromUtf8(known.name.data(), qsizetype(known.name.size()))];
    for (const auto& [name, definition] : rulebook.attributes)
        titles[text(name)];
    std::vector<ListedEntry> listed;
    for (const auto& [name, unused] : titles)
        listed.push_back(
            {name, QStringLiteral("%1 · %2").arg(name, line(attributeLabel(name.toStdString(), rulebook), 60))});
    return listed;
}

void AttributesRoom::showChosen()
{
    const QString name = chosenId();
    const Rulebook& rulebook = studio().draft.rulebook();
    const auto known = knownAttribute(name.toStdString());
    const AttributeDefinition* const own = declared(studio().draft, name);
    const AttributeDefinition shown = own ? *own
        : known ? AttributeDefinition{known->type, std::string(known->unit), std::string(known->label)}
                : AttributeDefinition{};
    showText(*m_name, name.toStdString());
    m_type->setCurrentIndex(m_type->findData(int(shown.type)));
    showText(*m_label, shown.label);
    showText(*m_unit, shown.unit);
    for (QWidget* field : std::initializer_list<QWidget*>{m_name, m_type, m_label, m_unit})
        field->setEnabled(!known);
    m_origin->setText(known ? tr("Signalbox fills this one in: it is the same in every rulebook.")
                            : tr("This workspace's own."));
    QStringList uses;
    for (const Use& use : usesOfAttribute(rulebook, name.toStdString()))
        uses << line(use.words, 80);
    m_uses->setText(uses.isEmpty() ? tr("Nothing yet.") : upperFirst(uses.join(QStringLiteral(", "))));
    askValues(name.toStdString());
}

QString AttributesRoom::freshName(const QString& stem) const
{
    QString name = stem;
    for (int number = 2; declared(studio().draft, name) || knownAttribute(name.toStdString()); ++number)
        name = stem + QString::number(number);
    return name;
}

QString AttributesRoom::addEntry()
{
    const QString name = freshName(QStringLiteral("custom.attribute"));
    studio().draft.editRooms(tr("add attribute %1").arg(name),
                             [&](Rulebook& rulebook) { rulebook.attributes[name.toStdString()] = {}; });
    return name;
}

QString AttributesRoom::duplicateEntry(const QString& id)
{
    const auto known = knownAttribute(id.toStdString());
    const AttributeDefinition* const own = declared(studio().draft, id);
    const AttributeDefinition copy = own ? *own
        : known ? AttributeDefinition{known->type, std::string(known->unit), std::string(known->label)}
                : AttributeDefinition{};
    const QString name = freshName(QStringLiteral("custom.") + id.section(u'.', -1));
    studio().draft.editRooms(tr("duplicate attribute %1").arg(id),
                             [&](Rulebook& rulebook) { rulebook.attributes[name.toStdString()] = copy; });
    return name;
}

void AttributesRoom::removeEntry(const QString& id)
{
    studio().draft.editRooms(tr("delete attribute %1").arg(id),
                             [&](Rulebook& rulebook) { rulebook.attributes.erase(id.toStdString()); });
}

QString AttributesRoom::whyNotRemove(const QString& id) const
{
    return knownAttribute(id.toStdString()) ? tr("Signalbox fills this one in: it is the same in every rulebook.")
                                            : QString();
}

std::vector<EntryRoom::Reference> AttributesRoom::references(const QString& id) const
{
    std::vector<Reference> all;
    for (const Use& use : usesOfAttribute(studio().draft.rulebook(), id.toStdString()))
        all.push_back({text(use.place), line(use.words, 80)});
    return all;
}

void AttributesRoom::change(const QString& what, const std::function<void(AttributeDefinition&)>& edit,
                            const QString& field)
{
    const QString name = chosenId();
    if (!name.isEmpty() && !knownAttribute(name.toStdString()))
        studio().draft.editRooms(
            tr("%1 of %2").arg(what, line(name.toStdString(), 60)),
            [&](Rulebook& rulebook) { edit(rulebook.attributes[name.toStdString()]); },
            field.isEmpty() ? QString() : typingKey(field));
}

void AttributesRoom::rename()
{
    const QString before = chosenId();
    const QString after = m_name->text().trimmed();
    if (after == before || !isWellNamed(after))
        return;
    if (!references(before).empty()) {
        m_origin->setText(tr("It keeps its name while conditions look at it."));
        showText(*m_name, before.toStdString());
        return;
    }
    if (declared(studio().draft, after) || knownAttribute(after.toStdString())) {
        m_origin->setText(tr("There is an attribute %1 already.").arg(after));
        showText(*m_name, before.toStdString());
        return;
    }
    studio().draft.editRooms(tr("rename attribute %1").arg(before), [&](Rulebook& rulebook) {
        auto node = rulebook.attributes.extract(before.toStdString());
        if (node.empty())
            return;
        node.key() = after.toStdString();
        rulebook.attributes.insert(std::move(node));
    });
    showEntry(after);
}

void AttributesRoom::askValues(const std::string& attribute)
{
    if (attribute == m_asked)
        return;
    m_asked = attribute;
    m_seen->setText({});
    const Instant now = studio().page.now();
    m_ticket = studio().analysis.askSeenValues(attribute, {now - lookedBack, now});
}

void AttributesRoom::showValues(const SeenValues& seen)
{
    if (seen.conversations == 0) {
        m_seen->setText(tr("No conversations in the last 7 days to compare with."));
        return;
    }
    QStringList parts;
    if (seen.least && seen.middle && seen.most)
        parts << tr("From %1 to %2, middle %3")
                     .arg(formatNumber(*seen.least), formatNumber(*seen.most), formatNumber(*seen.middle));
    else
        for (std::size_t i = 0; i < std::min<std::size_t>(seen.common.size(), 6); ++i)
            parts << tr("%1 (%2)").arg(line(seen.common[i].first, 60), formatCount(seen.common[i].second));
    const QString missing
        = tr("Missing in %1 of %2 conversations.")
              .arg(formatPercent(double(seen.missing) / double(seen.conversations)), formatCount(seen.conversations));
    m_seen->setText(parts.isEmpty() ? missing : parts.join(QStringLiteral(", ")) + QStringLiteral(". ") + missing);
}

}
