import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../lib/api";

export const useRegisteredUnits = () =>
  useQuery({
    queryKey: ["registry", "units"],
    queryFn: ({ signal }) => api.registeredUnits({ signal }),
  });

export const useCompetence = () =>
  useQuery({
    queryKey: ["registry", "competence"],
    queryFn: ({ signal }) => api.competence({ signal }),
  });

export const useCategories = () =>
  useQuery({
    queryKey: ["registry", "categories"],
    queryFn: ({ signal }) => api.categories({ signal }),
  });

export const useHolidays = (year: number) =>
  useQuery({
    queryKey: ["registry", "holidays", year],
    queryFn: ({ signal }) => api.holidays({ year }, { signal }),
    placeholderData: keepPreviousData,
  });
