#pragma once

namespace signalbox {

// The four figures, K1 to K4, in their order.
enum class FigureSubject { Accuracy, Response, Alerts, Conversion };
inline constexpr FigureSubject everyFigure[]{FigureSubject::Accuracy, FigureSubject::Response, FigureSubject::Alerts,
                                             FigureSubject::Conversion};

}
