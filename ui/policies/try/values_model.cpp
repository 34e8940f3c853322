#include "ui/policies/try/values_model.h"

#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <set>

namespace signalbox {

ValuesModel::ValuesModel(Trial& trial, QObject* parent) : QAbstractTableModel(parent), m_trial(trial)
{
    connect(&m_trial, &Trial::changed, this, &ValuesModel::refresh);
}

int ValuesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_attributes.size()); }
int ValuesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount_; }

QVariant ValuesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_trial.isDecided())
        return {};
    const std::string& attribute = attributeAt(index.row());
    const Rulebook& rulebook = m_trial.draft()->engine.rulebook();
    const auto known = m_trial.values().find(attribute);
    const auto value = known == m_trial.values().end() ? std::nullopt : std::optional(known->second);
    const QString title = attributeTitle(attribute, rulebook);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == AttributeColumn ? title : valueText(attribute, value, rulebook);
    case Qt::EditRole:
        return index.column() == AttributeColumn ? title : typedText(attribute, value);
    case Qt::ToolTipRole:
        return QString(line(attribute, 200) + u'\n' + valueText(attribute, value, rulebook)).toHtmlEscaped();
    case MissingRole:
        return !value;
    case ChangedRole:
        return m_trial.isChanged(attribute);
    case BeforeRole:
        return valueText(attribute, m_trial.valueBefore(attribute), rulebook);
    case AttributeRole:
        return text(attribute);
    case Qt::AccessibleTextRole:
        return m_trial.isChanged(attribute) ? tr("%1: %2, changed").arg(title, valueText(attribute, value, rulebook))
                                            : tr("%1: %2", "a value").arg(title, valueText(attribute, value, rulebook));
    default:
        return {};
    }
}

bool ValuesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != ValueColumn || !checkIndex(index) || !m_trial.isDecided())
        return false;
    const std::string attribute = attributeAt(index.row());
    const QString typed = value.toString();
    if (typed == data(index, Qt::EditRole).toString())
        return true;
    const auto read = readTyped(attribute, typed, m_trial.draft()->engine.rulebook());
    if (!read) {
        Q_EMIT refused(text(read.error().message));
        return false;
    }
    Q_EMIT accepted();
    m_trial.change(attribute, *read);
    return true;
}

Qt::ItemFlags ValuesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == ValueColumn ? plain | Qt::ItemIsEditable : plain;
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == AttributeColumn ? tr("Attribute") : tr("Value");
}

void ValuesModel::setShowingAll(bool all)
{
    m_all = all;
    refresh();
}

void ValuesModel::add(const std::string& attribute)
{
    if (rowOf(attribute) >= 0)
        return;
    m_added.push_back(attribute);
    refresh();
}

int ValuesModel::rowOf(const std::string& attribute) const
{
    const auto found = std::ranges::find(m_attributes, attribute);
    return found == m_attributes.end() ? -1 : int(found - m_attributes.begin());
}

void ValuesModel::makeMissing(int row)
{
    Q_EMIT accepted();
    m_trial.change(std::string(attributeAt(row)), std::nullopt);
}

void ValuesModel::reset(int row)
{
    Q_EMIT accepted();
    m_trial.reset(std::string(attributeAt(row)));
}

void ValuesModel::refresh()
{
    std::vector<std::string> attributes;
    m_hidden = 0;
    if (m_trial.isDecided()) {
        const std::vector<std::string>& mentioned = m_trial.draft()->mentioned;
        std::set<std::string> wanted(mentioned.begin(), mentioned.end());
        wanted.insert(m_added.begin(), m_added.end());
        for (const auto& [attribute, value] : m_trial.values()) {
            const bool shown = m_all || m_trial.isChanged(attribute);
            if (shown)
                wanted.insert(attribute);
            m_hidden += wanted.contains(attribute) ? 0 : 1;
        }
        attributes.assign(wanted.begin(), wanted.end());
    }
    if (attributes != m_attributes) {
        beginResetModel();
        m_attributes = std::move(attributes);
        endResetModel();
    } else if (!m_attributes.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_attributes.size()) - 1, ColumnCount_ - 1));
    }
}

}
