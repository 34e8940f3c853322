#pragma once

#include "model/report/figure_report.h"
#include "ui/insights/figure_subject.h"

#include <QString>

namespace signalbox {

class ConsoleModel;

// A line of the report under the name people know its part by.
struct NamedLine {
    FigureLine line;
    QString name;
    QString beside{};   // what else there is to say of it
};

const char* codeOf(FigureSubject subject);         // "K1"
QString subjectName(FigureSubject subject);        // "Priority accuracy"
QString valueHeading(FigureSubject subject);       // "Accuracy", as a column is headed
QString notJudgedHeading(FigureSubject subject);   // "Not judged"
QString dimensionWords(Dimension dimension);       // "channel"

QString figureValue(FigureUnit unit, const std::optional<double>& value);   // "82 %"; "—" without one
QString figureRange(const FigureLine& line);                                // "69 to 90 %"; empty without an interval
QString somewhere(const FigureLine& line);   // "somewhere from 69 to 90 %"; empty as above
// "50 conversations whose true tier is known · 58 % of those that left the AI are not judged yet"
QString sampleWords(FigureSubject subject, const FigureLine& main);
// What stands beside a figure: its words with the interval, or a dash with the reason.
QString besideWords(const FigureLine& line);
QString partName(const FigureLine& line, const ConsoleModel& model);
QString choiceName(Dimension dimension, const std::string& id, const std::string& name, const ConsoleModel& model);

}
