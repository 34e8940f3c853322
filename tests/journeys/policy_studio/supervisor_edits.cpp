#include "tests/journeys/policy_studio/supervisor.h"

#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace signalbox::test {

using namespace Qt::StringLiterals;

QWidget& Supervisor::chooseAttribute(const QString& attribute) const
{
    auto* const picker = see<QWidget>(u"attributePicker"_s);
    QWidget* const row = picker->parentWidget()->parentWidget();
    write(u"attributeSearch"_s, attribute, picker);
    auto* const list = see<QListWidget>(u"attributeList"_s, picker);
    for (int at = 0; at < list->count(); ++at)
        if (list->item(at)->toolTip().startsWith(attribute + u' ')) {
            list->scrollToItem(list->item(at));
            click(*list->viewport(), list->visualItemRect(list->item(at)).center());
            until([&] { return !sees(u"attributePicker"_s); }, u"choosing "_s + attribute);
            return *row;
        }
    throw Slip(u"No attribute "_s + attribute);
}

QWidget& Supervisor::addCondition(const QString& attribute, const QString& editor) const
{
    click(u"addCondition"_s, see<QWidget>(editor));
    return chooseAttribute(attribute);
}

QWidget& Supervisor::addGroup(const QString& attribute) const
{
    click(u"addGroup"_s, see<QWidget>(u"policyWhen"_s));
    return chooseAttribute(attribute);
}

QWidget& Supervisor::addToGroup(const QString& attribute) const
{
    click(u"addToGroup"_s, see<QWidget>(u"policyWhen"_s));
    return chooseAttribute(attribute);
}

QWidget& Supervisor::onlyCondition(const QString& editor) const
{
    return *see<QWidget>(u"conditionRow"_s, see<QWidget>(editor));
}

void Supervisor::setOperator(const QWidget& row, const QString& words) const
{
    choose(u"conditionOperator"_s, words, &row);
}
void Supervisor::setValue(const QWidget& row, const QString& words) const { write(u"conditionValue"_s, words, &row); }

void Supervisor::addValues(const QWidget& row, const QStringList& words) const
{
    for (const QString& word : words) {
        auto* const field = see<QLineEdit>(u"conditionValue"_s, &row);
        write(*field, word);
        until(
            [&] {
                if (!field->text().isEmpty())
                    press(Qt::Key_Return);   // the first may only close what is suggested
                return field->text().isEmpty();
            },
            word + u" among the values"_s);
    }
}

void Supervisor::addAction(const QString& kind) const
{
    click(u"addAction"_s, see<QWidget>(u"policyActions"_s));
    pick(u"actionMenu"_s, kind);
}

void Supervisor::chooseInAction(int at, const QString& words, const QString& list) const
{
    QList<QWidget*> rows;
    until(
        [&] {
            rows = see<QWidget>(list)->findChildren<QWidget*>(u"actionRow"_s);
            rows.removeIf([](const QWidget* row) { return !row->isVisible(); });
            return rows.size() > at;
        },
        u"the action "_s + words);
    std::ranges::sort(rows, {}, [](const QWidget* row) { return row->y(); });
    choose(u"actionChoice"_s, words, rows[at]);
}

}
