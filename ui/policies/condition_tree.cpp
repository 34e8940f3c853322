#include "ui/policies/condition_tree.h"

#include "routing/rulebook/describe.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int deepest = 12;   // below, a group is one sentence

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConditionTree)
};

// The parts of a group, with a 2 px bracket at their left.
class Bracket : public QWidget {
public:
    Bracket(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme.px(14), theme.px(2), 0, theme.px(2));
        column->setSpacing(theme.px(6));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(QRect(0, 0, 2, height()), m_theme.color(ThemeColor::Control));
    }

private:
    Theme& m_theme;
};

struct Builder {
    const Rulebook& rulebook;
    Theme& theme;

    void addLine(QWidget* parent, const QString& text, TextStyle style = TextStyle::Body, ThemeColor color = ThemeColor::Text) const
    {
        QLabel* label = newParagraph(text, theme, style, color, parent);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        parent->layout()->addWidget(label);
    }

    void addSentence(QWidget* parent, const Condition& condition) const
    {
        QString words = line(describe(condition, rulebook), 600);
        if (!words.isEmpty())
            words[0] = words[0].toUpper();
        addLine(parent, words);
    }

    void addGroup(QWidget* parent, const QString& word, const std::vector<Condition>& parts, const QString& ofNothing, int depth) const
    {
        if (parts.empty()) {
            addLine(parent, ofNothing, TextStyle::Body, ThemeColor::TextMuted);
            return;
        }
        if (parts.size() == 1) {
            add(parent, parts.front(), depth);
            return;
        }
        addLine(parent, word, TextStyle::Secondary, ThemeColor::TextMuted);
        auto* bracket = new Bracket(theme, parent);
        parent->layout()->addWidget(bracket);
        for (const Condition& part : parts)
            add(bracket, part, depth + 1);
    }

    void addNone(QWidget* parent, const Condition& denied, int depth) const
    {
        const auto* any = std::get_if<AnyOf>(&denied.node);
        addLine(parent, any ? Words::tr("None of these is true") : Words::tr("This is not true"), TextStyle::Secondary, ThemeColor::TextMuted);
        auto* bracket = new Bracket(theme, parent);
        parent->layout()->addWidget(bracket);
        if (!any)
            add(bracket, denied, depth + 1);
        else
            for (const Condition& part : any->parts)
                add(bracket, part, depth + 1);
    }

    void add(QWidget* parent, const Condition& condition, int depth) const
    {
        if (depth > deepest)
            addSentence(parent, condition);
        else if (const auto* all = std::get_if<AllOf>(&condition.node))
            addGroup(parent, Words::tr("All of these are true"), all->parts, Words::tr("Always"), depth);
        else if (const auto* any = std::get_if<AnyOf>(&condition.node))
            addGroup(parent, Words::tr("Any of these is true"), any->parts, Words::tr("Never"), depth);
        else if (const auto* none = std::get_if<Not>(&condition.node); none && none->part)
            addNone(parent, *none->part, depth);
        else
            addSentence(parent, condition);
    }
};

}

QWidget* newConditionTree(const Condition& condition, const Rulebook& rulebook, Theme& theme, QWidget* parent)
{
    auto* tree = new QWidget(parent);
    auto* column = new QVBoxLayout(tree);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    Builder{rulebook, theme}.add(tree, condition, 0);
    return tree;
}

}
